using Microsoft.Extensions.Logging;

namespace Doku.Contracts.AspNetCore;

/// <summary>What somebody can do to the ledger by hand, whether by page, JSON or console. Each action is logged.</summary>
internal sealed class LedgerCare(
    INotificationInbox inbox,
    NotificationRoutes routes,
    TimeProvider timeProvider,
    ILogger logger
)
{
    internal ValueTask<InboxCounts> CountAsync(CancellationToken cancellationToken) =>
        inbox.CountAsync(cancellationToken);

    /// <summary>Lists a page of the dead.</summary>
    /// <param name="after">The last of the page before. Where it isn't dead any more, the first page comes again.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async ValueTask<IReadOnlyList<DeadNotification>> ListDeadAsync(
        NotificationKey? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var last = after is { } key ? await inbox.FindOpenAsync(key, cancellationToken) : null;
        return await inbox.ListDeadAsync(
            limit,
            last is { State: OpenState.Dead }
                ? new DeadNotification(
                    last.Notification,
                    last.Moment,
                    last.Attempts,
                    last.Failure ?? ""
                )
                : null,
            cancellationToken
        );
    }

    internal ValueTask<IReadOnlyList<OpenNotification>> ListStuckAsync(
        TimeSpan after,
        int limit,
        CancellationToken cancellationToken
    ) => inbox.ListOpenAsync(timeProvider.GetUtcNow() - after, limit, cancellationToken);

    /// <returns>The notification and its content, masked; null where there is none of this key that isn't done.</returns>
    internal async ValueTask<(OpenNotification Entry, string Content)?> InspectAsync(
        NotificationKey key,
        string user,
        CancellationToken cancellationToken
    )
    {
        if (await inbox.FindOpenAsync(key, cancellationToken) is not { } entry)
        {
            return null;
        }

        LedgerViewerLog.Inspected(logger, user, entry.Notification.RequestId);
        return (entry, Describe(entry.Notification));
    }

    internal ValueTask<bool> ReplayAsync(
        NotificationKey key,
        string user,
        CancellationToken cancellationToken
    ) => ActAsync(key, user, inbox.ReplayAsync, LedgerViewerLog.Replayed, cancellationToken);

    internal ValueTask<bool> DiscardAsync(
        NotificationKey key,
        string user,
        CancellationToken cancellationToken
    ) => ActAsync(key, user, inbox.DiscardAsync, LedgerViewerLog.Discarded, cancellationToken);

    internal async ValueTask<int> EraseOrderAsync(
        string invoiceNumber,
        string user,
        CancellationToken cancellationToken
    )
    {
        var count = await inbox.EraseOrderAsync(invoiceNumber, cancellationToken);
        LedgerViewerLog.Erased(logger, user, count);
        return count;
    }

    private async ValueTask<bool> ActAsync(
        NotificationKey key,
        string user,
        Func<NotificationKey, CancellationToken, ValueTask<bool>> act,
        Action<ILogger, string, string, string, string, bool> log,
        CancellationToken cancellationToken
    )
    {
        if (await inbox.FindOpenAsync(key, cancellationToken) is not { } entry)
        {
            return false;
        }

        var isDone = await act(key, cancellationToken);
        log(logger, user, entry.Notification.RequestId, key.Endpoint, key.BodyHash, isDone);
        return isDone;
    }

    private string Describe(StoredNotification notification) =>
        !notification.HasBody ? "(no body is stored)"
        : routes.Find(notification.Key.Endpoint) is { } route ? route.Describe(notification.Body)
        : $"(this program has no endpoint '{notification.Key.Endpoint}', and nobody else can mask the content)";
}
