using Storefront.Orders;

namespace Storefront.Pages;

/// <summary>Where the browser comes back to. Anyone can open this address, so it proves no payment and says so.</summary>
internal static class ReturnPage
{
    internal static Page Write(ShopOrder order) =>
        new(
            "Welcome back",
            Html.Of(
                $"""
                <h1>Welcome back from Kredivo</h1>
                <p>We are looking up order {order.InvoiceNumber}; its page opens by itself.</p>
                <p><a class="button main" href="/orders/{order.InvoiceNumber}">See the order</a></p>
                """
            )
        )
        {
            RefreshAfter = 2,
            RefreshTo = $"/orders/{order.InvoiceNumber}",
        };
}
