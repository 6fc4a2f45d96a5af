namespace Doku.Contracts.AspNetCore;

/// <summary>
/// How old a notification's time stamp may be. In each case at most five minutes in the future, for clocks that differ.
/// A genuine notification caught and sent again later is stopped by the ledger, not by this.
/// </summary>
public enum NotificationFreshness
{
    /// <summary>
    /// Thirteen hours, the default: DOKU sends again 30 minutes, 6 hours and 12 hours after the first time, and doesn't
    /// say whether it stamps anew. A notification that is resent by hand with an older stamp is refused.
    /// </summary>
    DokuRetrySchedule = 0,

    /// <summary>Five minutes. Refuses every retry of DOKU's, should it keep the first stamp.</summary>
    Strict = 1,

    /// <summary>
    /// Any age: for notifications that are resent by hand days later. Keep the ledger's entries as long as a repeated
    /// effect would do harm.
    /// </summary>
    AnyAge = 2,

    /// <summary>
    /// For notifications that a forwarder of your own received and queued: as <see cref="DokuRetrySchedule"/>, but
    /// counted to the moment that <see cref="DokuNotificationOptions.ReceivedAt"/> tells, however long the queue was.
    /// The key must still count when the notification leaves the queue.
    /// </summary>
    ReceiveTime = 3,
}
