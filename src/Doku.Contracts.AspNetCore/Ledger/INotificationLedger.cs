namespace Doku.Contracts.AspNetCore;

/// <summary>
/// Remembers which notifications took effect, so that each does once however often DOKU sends it. Work is claimed by a
/// lease: whoever dies holding one is followed by another when the lease ends, and can't complete what is no longer his.
/// </summary>
public interface INotificationLedger
{
    /// <summary>
    /// Claims a notification. Must be atomic: of several calls at once for one key, in however many processes share the
    /// ledger, exactly one begins.
    /// </summary>
    ValueTask<LedgerClaim> TryBeginAsync(NotificationKey key, CancellationToken cancellationToken);

    /// <summary>Makes a lease last a full lease time from now on.</summary>
    /// <returns>The lease with its new end, or null when it was lost: somebody else has taken the work over.</returns>
    ValueTask<NotificationLease?> RenewAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    );

    /// <summary>Notes that a claimed notification took effect.</summary>
    /// <returns>False when the lease was lost, and nothing was noted.</returns>
    ValueTask<bool> CompleteAsync(NotificationLease lease, CancellationToken cancellationToken);

    /// <summary>Gives a claim back: the work wasn't done, and may begin anew at once.</summary>
    /// <returns>False when the lease was lost, and nothing changed.</returns>
    ValueTask<bool> AbandonAsync(NotificationLease lease, CancellationToken cancellationToken);
}
