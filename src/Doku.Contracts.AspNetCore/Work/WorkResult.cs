namespace Doku.Contracts.AspNetCore;

/// <summary>How one attempt ended.</summary>
internal enum WorkOutcome
{
    /// <summary>The handler returned, and the notification is done.</summary>
    Done,

    /// <summary>The handler threw, or the completion failed.</summary>
    Failed,

    /// <summary>The handler said that no attempt can succeed.</summary>
    DeadLetter,

    /// <summary>Somebody else has taken the work over.</summary>
    LeaseLost,

    /// <summary>The program is stopping, and the handler gave up.</summary>
    Stopped,
}

/// <summary>How one attempt ended, and why.</summary>
internal readonly record struct WorkResult(WorkOutcome Outcome, Exception? Error = null);
