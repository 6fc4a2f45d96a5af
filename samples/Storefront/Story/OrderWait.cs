using System.Diagnostics;
using Storefront.Orders;

namespace Storefront.Story;

/// <summary>Waits for what happens to an order behind the pages.</summary>
internal static class OrderWait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The order, once something is true of it; null when it isn't in time.</summary>
    internal static async Task<ShopOrder?> WaitForAsync(
        this OrderBook orders,
        string invoiceNumber,
        Func<ShopOrder, bool> isSo
    )
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            if (orders.Find(invoiceNumber) is { } order && isSo(order))
            {
                return order;
            }

            await Task.Delay(20);
        }

        return null;
    }
}
