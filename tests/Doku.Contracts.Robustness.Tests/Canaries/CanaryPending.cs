using System.Runtime.CompilerServices;
using Doku.Contracts.AspNetCore;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>A shop's orders whose notifications don't come.</summary>
internal sealed class CanaryPending : IPendingOrders
{
    private volatile PendingOrder[] _orders = [];

    /// <summary>Has DOKU asked about orders from now on.</summary>
    internal void Set(params PendingOrder[] orders) => _orders = orders;

    public async IAsyncEnumerable<PendingOrder> ListAsync(
        string clientId,
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        foreach (var order in _orders)
        {
            yield return order;
        }
    }
}
