using System.Collections.Concurrent;

namespace Doku.Contracts.AspNetCore;

/// <summary>The endpoints' ways into the ledger, for what comes by another way than a request.</summary>
internal sealed class NotificationReceivers
{
    private readonly ConcurrentDictionary<
        string,
        (string Merchant, INotificationReceiver Receiver)
    > _receivers = new(StringComparer.Ordinal);

    internal void Add(string endpoint, string merchant, INotificationReceiver receiver) =>
        _receivers[endpoint] = (merchant, receiver);

    /// <exception cref="InvalidOperationException">There is no such endpoint, or it isn't clear which one is meant.</exception>
    internal (string Name, INotificationReceiver Receiver) Find(string merchant, string? endpoint)
    {
        var found = _receivers
            .Where(one =>
                one.Value.Merchant == merchant && (endpoint is null || one.Key == endpoint)
            )
            .ToList();
        return found.Count == 1
            ? (found[0].Key, found[0].Value.Receiver)
            : throw new InvalidOperationException(
                $"The reconciliation of merchant '{merchant}' needs one notification endpoint whose handler gets what DOKU "
                    + (
                        endpoint is not null ? $"answers, and there is none called '{endpoint}'."
                        : found.Count == 0
                            ? "answers, and there is none: call MapDokuNotifications."
                        : $"answers, and there are {found.Count}: set its Endpoint to the name of one."
                    )
            );
    }
}
