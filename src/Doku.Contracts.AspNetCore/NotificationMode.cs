namespace Doku.Contracts.AspNetCore;

/// <summary>Whether a notification is stored before it is worked on.</summary>
public enum NotificationMode
{
    /// <summary><see cref="Inbox"/> where the ledger is an <see cref="INotificationInbox"/>, otherwise <see cref="Inline"/>.</summary>
    Auto = 0,

    /// <summary>
    /// The verified bytes are stored and acknowledged at once; a worker calls the handler later, with retries. Needs an
    /// <see cref="INotificationInbox"/>.
    /// </summary>
    Inbox = 1,

    /// <summary>
    /// The handler works while DOKU waits; when it fails, DOKU's next retry (after 30 minutes, 6 and 12 hours) brings it
    /// again. What the same endpoint stored before, in inbox mode, the worker still works on.
    /// </summary>
    Inline = 2,
}
