namespace Doku.Contracts.Crash.Host;

/// <summary>Where the process kills itself, which from outside can't be aimed at.</summary>
public enum CrashPoint
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>The notification is stored, and DOKU hasn't been answered.</summary>
    Stored,

    /// <summary>The worker has claimed the notification, and the handler has begun.</summary>
    Claimed,

    /// <summary>The effect and the order's status are written, and not committed.</summary>
    Written,

    /// <summary>The transaction is committed, and the worker goes no further.</summary>
    Committed,
}
