namespace Doku.Contracts.AspNetCore;

/// <summary>What the ledger says when work on a notification is to begin.</summary>
public enum LedgerEntryState
{
    /// <summary>Somebody is working on it at this moment.</summary>
    InProgress = 0,

    /// <summary>The work is the caller's, and nobody else's until the lease is completed, abandoned or over.</summary>
    Begun = 1,

    /// <summary>It has taken effect.</summary>
    AlreadyDone = 2,
}
