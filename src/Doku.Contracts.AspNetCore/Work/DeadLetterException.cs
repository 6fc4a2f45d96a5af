namespace Doku.Contracts.AspNetCore;

/// <summary>
/// Thrown by a handler that can't apply a notification, however often it is tried: money for an order that the shop
/// doesn't know, say. What the handler wrote in the scope's transaction is undone, and the notification becomes a dead
/// letter at once: logged as an error, counted by the health check, and listed by
/// <see cref="INotificationInbox.ListDeadAsync"/> until somebody replays or discards it. Where the ledger is no inbox,
/// nothing keeps dead letters: it is logged, and DOKU receives 500 and sends the notification again.
/// </summary>
public sealed class DeadLetterException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="reason">A few words for logs and lists, without personal data: <c>unknown order</c>.</param>
    /// <param name="innerException">What led to it.</param>
    /// <exception cref="ArgumentException"><paramref name="reason"/> has no text.</exception>
    public DeadLetterException(string reason, Exception? innerException = null)
        : base(reason, innerException) => ArgumentException.ThrowIfNullOrWhiteSpace(reason);
}
