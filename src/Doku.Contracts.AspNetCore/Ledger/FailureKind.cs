namespace Doku.Contracts.AspNetCore;

/// <summary>What kind of failure a handler's exception is, and so what becomes of the notification.</summary>
public enum FailureKind
{
    /// <summary>
    /// Nothing is known of it: retried with growing delays, and a dead letter after
    /// <see cref="NotificationLedgerOptions.MaxAttempts"/>.
    /// </summary>
    Unknown = 0,

    /// <summary>It goes away by itself, like a database that restarts: retried as <see cref="Unknown"/>, and measured apart from it.</summary>
    Transient = 1,

    /// <summary>No retry can mend it: a dead letter at once, as after a <see cref="DeadLetterException"/>.</summary>
    Permanent = 2,

    /// <summary>
    /// The notification is to have no effect: what the handler wrote in the scope's transaction is undone, and the
    /// notification is done. Logged as a warning each time.
    /// </summary>
    Ignored = 3,
}
