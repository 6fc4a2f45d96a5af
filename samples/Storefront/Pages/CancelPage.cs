using Storefront.Orders;

namespace Storefront.Pages;

/// <summary>Where the browser comes back to when the customer didn't want to pay. The order stays open until it expires.</summary>
internal static class CancelPage
{
    internal static Page Write(ShopOrder order) =>
        new(
            "Payment cancelled",
            Html.Of(
                $"""
                <h1>You cancelled the payment</h1>
                <p>Nothing was charged. Order {order.InvoiceNumber} is kept for an hour, in case you change your mind.</p>
                <div class="actions">
                {PayAfterAll(order)}
                <a href="/orders/{order.InvoiceNumber}">See the order</a>
                <a href="/">Back to the shop</a>
                </div>
                """
            )
        );

    private static Html PayAfterAll(ShopOrder order) =>
        order is { IsPayable: true, PaymentUrl: { } url }
            ? Html.Of($"""<a class="button main" href="{url.AbsoluteUri}">Pay after all</a>""")
            : Html.None;
}
