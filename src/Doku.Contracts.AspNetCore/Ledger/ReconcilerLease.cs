namespace Doku.Contracts.AspNetCore;

/// <summary>
/// One reconciler of a merchant at a time, in however many processes share the ledger: who asks holds a lease on a key of
/// its own, which is never completed. A process that dies is followed by another when the lease ends.
/// </summary>
/// <param name="ledger">The ledger; null where there is none, and each process asks.</param>
/// <param name="clientId">The merchant.</param>
internal sealed class ReconcilerLease(INotificationLedger? ledger, string clientId)
{
    /// <summary>The endpoint of the key, which is no notification's: counts and lists leave it out.</summary>
    internal const string Endpoint = "doku:reconciler";

    private readonly NotificationKey _key = NotificationKey.Of(clientId, Endpoint, []);
    private NotificationLease? _lease;

    /// <summary>Takes or renews the lease.</summary>
    /// <returns>False when another process holds it.</returns>
    internal async ValueTask<bool> HoldAsync(CancellationToken cancellationToken)
    {
        if (ledger is null)
        {
            return true;
        }

        if (_lease is { } held)
        {
            _lease = null;
            _lease = await ledger.RenewAsync(held, cancellationToken);
        }

        _lease ??= (await ledger.TryBeginAsync(_key, cancellationToken)).Lease;
        return _lease is not null;
    }

    /// <summary>Lets another process begin at once.</summary>
    internal async ValueTask ReleaseAsync()
    {
        if (ledger is not null && _lease is { } held)
        {
            _lease = null;
            await ledger.AbandonAsync(held, CancellationToken.None);
        }
    }
}
