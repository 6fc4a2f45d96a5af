namespace Doku.Contracts.AspNetCore;

/// <summary>How one attempt ended.</summary>
internal enum WorkOutcome
{
    /// <summary>The handler returned, and the notification is done.</summary>
    Done,

    /// <summary>The handler threw, or the completion failed.</summary>
    Failed,

    /// <summary>No attempt can succeed: the handler said so, or the failure's kind is permanent.</summary>
    DeadLetter,

    /// <summary>The failure is to be ignored: the notification is done, and nothing of the attempt counts.</summary>
    Ignored,

    /// <summary>Somebody else has taken the work over.</summary>
    LeaseLost,

    /// <summary>The program is stopping, and the handler gave up.</summary>
    Stopped,
}

/// <summary>How one attempt ended, and why.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Error">Why; null where it succeeded.</param>
/// <param name="Kind">The failure's kind, where it was judged.</param>
internal readonly record struct WorkResult(
    WorkOutcome Outcome,
    Exception? Error = null,
    FailureKind? Kind = null
)
{
    /// <summary>Why, in words for logs and lists: a handler's own reason, or the exception's type.</summary>
    internal string Reason =>
        Error is DeadLetterException
            ? Error.Message
            : Error?.GetType().FullName ?? Error?.GetType().Name ?? "";
}
