namespace Doku.Contracts.AspNetCore;

/// <summary>
/// A ledger that keeps the notifications themselves, so that they are acknowledged at once and worked on later, after a
/// restart as well. Each notification is waiting, being worked on, done or dead; of a done one only the key, the
/// Request-Id and times stay, so that it is known when it comes again.
/// </summary>
public interface INotificationInbox : INotificationLedger
{
    /// <summary>
    /// Keeps a verified notification. When this returns, it is durable. One that is claimed without being stored is
    /// stored under its claim, so that it is worked on should the claim's holder have died.
    /// </summary>
    /// <param name="notification">The notification.</param>
    /// <param name="deadBecause">Why it can't be worked on as it is, a short code; null when it can.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>False when it was stored already, in whatever state: nothing changed.</returns>
    ValueTask<bool> StoreAsync(
        StoredNotification notification,
        string? deadBecause,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Takes the notifications that have been due longest, atomically: nobody else gets them before their leases end. Of
    /// one order, those with the same <see cref="StoredNotification.OrderKey"/>, it takes the
    /// one alone that DOKU signed first, and none while another is being worked on.
    /// </summary>
    /// <param name="endpoints">The names of the endpoints whose notifications the caller can work on.</param>
    /// <param name="limit">How many at most, from 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>None when nothing is due.</returns>
    ValueTask<IReadOnlyList<TakenNotification>> TakeAsync(
        IReadOnlyCollection<string> endpoints,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Notes that an attempt failed.</summary>
    /// <param name="lease">The lease of the attempt.</param>
    /// <param name="retryAt">When it is due again; null makes it dead.</param>
    /// <param name="failure">A name for what went wrong, without personal data: an exception's type.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>False when the lease was lost, and nothing was noted.</returns>
    ValueTask<bool> FailAsync(
        NotificationLease lease,
        DateTimeOffset? retryAt,
        string failure,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Begins a database transaction that completes the notification at its commit, together with whatever else is written
    /// in it. Where the lease was lost by then, the commit throws <see cref="LeaseLostException"/>, and nothing counts.
    /// </summary>
    ValueTask<LedgerTransaction> BeginCompletionAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    );

    /// <summary>Lists the dead, those first that came first.</summary>
    /// <param name="limit">How many at most, from 1 to 1000.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<IReadOnlyList<DeadNotification>> ListDeadAsync(
        int limit,
        DeadNotification? after,
        CancellationToken cancellationToken
    );

    /// <summary>Lists what waits or is being worked on and came in before a moment, those first that came first.</summary>
    /// <param name="receivedBefore">The moment.</param>
    /// <param name="limit">How many at most, from 1 to 1000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<IReadOnlyList<OpenNotification>> ListOpenAsync(
        DateTimeOffset receivedBefore,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>A notification that isn't done, dead ones included.</summary>
    /// <returns>Null where there is none of this key.</returns>
    ValueTask<OpenNotification?> FindOpenAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Makes a notification due now that is dead, or waits, or whose lease has ended, with its attempts counted anew.
    /// </summary>
    /// <returns>False when there is none of this key that nobody works on, or it has no body.</returns>
    ValueTask<bool> ReplayAsync(NotificationKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a notification up that is dead, or waits, or whose lease has ended: its body is erased, and it counts as done,
    /// so that it isn't worked on when DOKU sends it again.
    /// </summary>
    /// <returns>False when there is none of this key that nobody works on.</returns>
    ValueTask<bool> DiscardAsync(NotificationKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Erases a dead letter's body, and the personal data with it. It stays dead, with its key, Request-Id, times and reason,
    /// so that it is known that it came; it can be discarded, and no longer replayed.
    /// </summary>
    /// <returns>False when there is no dead notification of this key that has a body.</returns>
    ValueTask<bool> EraseAsync(NotificationKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Erases the bodies of what has been dead since before a moment, as <see cref="EraseAsync(NotificationKey, CancellationToken)"/>
    /// does, a thousand at a time. Never erases what waits or is worked on.
    /// </summary>
    /// <returns>How many were erased.</returns>
    ValueTask<int> EraseAsync(DateTimeOffset deadBefore, CancellationToken cancellationToken);

    /// <summary>Counts what isn't done.</summary>
    ValueTask<InboxCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Sees to it that nothing open rests longer than any delay allows: what was stored or claimed while the clock was
    /// ahead. What waits is due now; what is being worked on keeps a full lease time, in which its holder renews it.
    /// </summary>
    /// <param name="latest">The latest moment at which something may be due or a lease may end.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many were later than that.</returns>
    ValueTask<int> HastenAsync(DateTimeOffset latest, CancellationToken cancellationToken);

    /// <summary>Forgets what was done before a moment, a thousand at a time. Never removes anything else.</summary>
    /// <returns>How many were forgotten.</returns>
    ValueTask<int> PruneAsync(DateTimeOffset doneBefore, CancellationToken cancellationToken);
}
