using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Storefront.Checkout;
using Storefront.Goods;
using Storefront.Hosting;
using Storefront.Orders;

namespace Storefront.Payments;

/// <summary>Everything that the shop says to DOKU.</summary>
internal sealed class KredivoCheckout(IKredivoClient kredivo, OrderBook orders, ShopAddress shop)
{
    /// <summary>The customer's cart and form as Kredivo wants to hear them, letter for letter as typed.</summary>
    internal GenerateOrderRequest Describe(string invoiceNumber, Cart cart, CheckoutForm form) =>
        new()
        {
            Order = new Order
            {
                InvoiceNumber = invoiceNumber,
                LineItems = [.. cart.Lines.Select(Describe)],
                Amount = cart.Total,
                CallbackUrl = shop.Of($"/orders/{invoiceNumber}/return"),
                CallbackUrlCancel = shop.Of($"/orders/{invoiceNumber}/cancelled"),
            },
            PeerToPeerInfo = new PeerToPeerInfo
            {
                ExpiredTime = 60,
                MerchantUniqueReference = invoiceNumber,
            },
            Customer = new Customer
            {
                FirstName = form.FirstName,
                LastName = form.LastName.Length > 0 ? form.LastName : null,
                Phone = form.Phone,
                Email = form.Email.Length > 0 ? form.Email : null,
                Address = form.Address,
            },
            ShippingAddress = new ShippingAddress
            {
                FirstName = form.FirstName,
                LastName = form.LastName.Length > 0 ? form.LastName : null,
                Phone = form.Phone,
                Address = form.Address,
                City = form.City,
                PostalCode = form.PostalCode,
                CountryCode = CountryCode.From(form.Country),
            },
        };

    /// <summary>
    /// Sends an order that is already in the book. May be called again while the outcome isn't known: the same
    /// Request-Id and body give the first answer again, and never a second order.
    /// </summary>
    internal async Task<ShopOrder> SendAsync(ShopOrder order, CancellationToken cancellationToken)
    {
        var outcome = await kredivo.GenerateOrderAsync(
            order.Request,
            new ContractCall { RequestId = order.RequestId },
            cancellationToken
        );
        return outcome.Match(
            accepted =>
                orders.Change(
                    order.InvoiceNumber,
                    latest =>
                        latest.Reported(OrderState.AwaitingPayment) with
                        {
                            PaymentUrl = PaymentPage(accepted.Value),
                        }
                ),
            _ => orders.Change(order.InvoiceNumber, latest => latest.Reported(OrderState.Refused)),
            _ => orders.Find(order.InvoiceNumber)!
        );
    }

    /// <summary>Asks DOKU how an order stands, for when the notification is late.</summary>
    internal async Task<ShopOrder> CheckAsync(ShopOrder order, CancellationToken cancellationToken)
    {
        var outcome = await kredivo.CheckStatusAsync(order.InvoiceNumber, cancellationToken);
        var told = outcome.Match<OrderStatusResponse?>(known => known.Value, _ => null, _ => null);
        var isSameAmount = told?.Order?.Amount == order.Request.Order.Amount;
        return isSameAmount && OrderProgress.Meaning(told?.Transaction?.Status) is { } state
            ? orders.Change(order.InvoiceNumber, latest => latest.Reported(state))
            : order;
    }

    private LineItem Describe(CartLine line) =>
        new()
        {
            Id = line.Product.Sku,
            Name = line.Product.Name,
            Type = line.Product.Category,
            Price = line.Product.Price,
            Quantity = line.Quantity,
            Url = shop.Of($"/#{line.Product.Sku}"),
        };

    private static Uri? PaymentPage(GenerateOrderResponse answer) =>
        Uri.TryCreate(answer.Payment?.Url, UriKind.Absolute, out var url) ? url : null;
}
