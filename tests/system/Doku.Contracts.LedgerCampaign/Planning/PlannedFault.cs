namespace Doku.Contracts.LedgerCampaign.Planning;

/// <summary>What goes wrong around the handlers.</summary>
internal enum FaultKind
{
    /// <summary>A process is killed.</summary>
    KillProcess,

    /// <summary>A process's clock is put forward or back, and later right.</summary>
    JumpClock,

    /// <summary>The PostgreSQL server and its processes are killed, and started again.</summary>
    KillServer,

    /// <summary>All sessions of the PostgreSQL server are terminated.</summary>
    TerminateSessions,

    /// <summary>Nothing goes between a process and the server, and comes late.</summary>
    StallNetwork,

    /// <summary>What a process says arrives, and the server's responses don't before the connections are cut.</summary>
    LoseResponses,

    /// <summary>A process's connections are cut, and it can make no others.</summary>
    CutNetwork,

    /// <summary>The database has no space left: statements fail.</summary>
    FillDisk,

    /// <summary>The database has no space left: commits fail.</summary>
    FillDiskAtCommit,

    /// <summary>Another program holds a lock on the whole SQLite file.</summary>
    LockFile,

    /// <summary>A process can't open the SQLite file.</summary>
    RefuseToOpen,
}

/// <summary>Something that goes wrong at a moment of the campaign.</summary>
/// <param name="Moment">After how many acknowledgements.</param>
/// <param name="Kind">What.</param>
/// <param name="Host">Of which process, where it is one's.</param>
/// <param name="Duration">For how long.</param>
/// <param name="ClockOffset">How far a clock is put forward.</param>
internal sealed record PlannedFault(
    int Moment,
    FaultKind Kind,
    int Host,
    TimeSpan Duration,
    TimeSpan ClockOffset
);
