using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Storefront.Orders;

namespace Storefront.Payments;

/// <summary>Pays an order with Kredivo.</summary>
internal sealed class KredivoCheckout(
    IKredivoClient kredivo,
    OrderBook orders,
    OrderRecovery recovery
)
{
    /// <summary>Stores the order, sends it, and stores what came of it.</summary>
    internal async Task<ShopOrder> PlaceAsync(ShopOrder order)
    {
        // First the book, then the wire: wherever the program dies from here on, the order can be settled.
        orders.Add(order);
        var call = new ContractCall { RequestId = order.RequestId };
        // Not the browser's token: who closes the window now has ordered all the same.
        var outcome = await kredivo.GenerateOrderAsync(order.Request, call, CancellationToken.None);
        return outcome.Match(
            accepted =>
                orders.Change(order.InvoiceNumber, it => it.Accepted(accepted.Value.PaymentPage)),
            refused => orders.Change(order.InvoiceNumber, it => it.Reported(OrderState.Refused)),
            unknown => recovery.Begin(order)
        );
    }
}
