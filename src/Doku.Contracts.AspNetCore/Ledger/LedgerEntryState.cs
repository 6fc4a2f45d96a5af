namespace Doku.Contracts.AspNetCore;

/// <summary>What the ledger says when work on a notification is to begin.</summary>
public enum LedgerEntryState
{
    /// <summary>Nobody has worked on it: the caller does now, and nobody else until it completes or abandons.</summary>
    Begun = 0,

    /// <summary>Somebody is working on it at this moment.</summary>
    InProgress = 1,

    /// <summary>It has taken effect.</summary>
    AlreadyDone = 2,
}
