using System.Runtime.CompilerServices;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>A shop's own list of pending orders.</summary>
internal sealed class FakePendingOrders(params IEnumerable<string> invoices) : IPendingOrders
{
    /// <summary>Thrown after the first order.</summary>
    internal Exception? Fault { get; set; }

    internal List<PendingOrder> Orders { get; } =
    [.. invoices.Select(invoice => new PendingOrder(invoice, Shop.Start))];

    internal int Listed { get; private set; }

    public async IAsyncEnumerable<PendingOrder> ListAsync(
        string clientId,
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Assert.Equal(Shop.ClientId, clientId);
        Listed++;
        await Task.Yield();
        foreach (var order in Orders)
        {
            yield return order;
            if (Fault is { } fault)
            {
                throw fault;
            }
        }
    }
}
