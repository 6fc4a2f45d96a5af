namespace Doku.Contracts.Testing;

/// <summary>What is wrong with a fake notification. An endpoint answers 401 to each of them.</summary>
public enum NotificationFlaw
{
    /// <summary>Nothing: it is as DOKU would send it.</summary>
    None,

    /// <summary>Signed with another key.</summary>
    WrongKey,

    /// <summary>
    /// A space follows the body that was signed. It still reads as the same notification, so that nothing but the
    /// signature can be the reason to refuse it.
    /// </summary>
    ChangedBody,

    /// <summary>
    /// Signed fourteen hours ago, an hour after the last of DOKU's retries can come. An endpoint whose
    /// <c>Freshness</c> is <c>AnyAge</c> takes it.
    /// </summary>
    Stale,

    /// <summary>Signed for a time ten minutes ahead.</summary>
    FromTheFuture,

    /// <summary>A second Request-Id header stands beside the signed one.</summary>
    DuplicateHeader,

    /// <summary>There is no Signature header.</summary>
    Unsigned,

    /// <summary>Signed for another path of the shop.</summary>
    OtherPath,

    /// <summary>Signed by the shop's key, but in the name of another merchant.</summary>
    OtherMerchant,
}
