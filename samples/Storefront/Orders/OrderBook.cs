namespace Storefront.Orders;

/// <summary>The shop's orders, in memory: a real shop keeps them in its database, under the same rules.</summary>
internal sealed class OrderBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ShopOrder> _orders = new(StringComparer.Ordinal);

    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _orders.Count;
            }
        }
    }

    internal void Add(ShopOrder order)
    {
        lock (_gate)
        {
            _orders.Add(order.InvoiceNumber, order);
        }
    }

    internal ShopOrder? Find(string? invoiceNumber)
    {
        lock (_gate)
        {
            return _orders.GetValueOrDefault(invoiceNumber ?? "");
        }
    }

    /// <summary>Changes an order's latest version, so that two messages at once lose nothing of each other.</summary>
    internal ShopOrder Change(string invoiceNumber, Func<ShopOrder, ShopOrder> change)
    {
        lock (_gate)
        {
            return _orders[invoiceNumber] = change(_orders[invoiceNumber]);
        }
    }
}
