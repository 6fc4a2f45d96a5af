using Storefront.Goods;
using Storefront.Orders;

namespace Storefront.Pages;

/// <summary>All orders of a visitor.</summary>
internal static class OrdersPage
{
    internal static Page Write(IReadOnlyList<ShopOrder> orders) =>
        new("Your orders", orders.Count == 0 ? Empty() : Full(orders));

    private static Html Empty() =>
        Html.Of(
            $"""
            <h1>You have no orders yet</h1>
            <p><a class="button" href="/">See what there is</a></p>
            """
        );

    private static Html Full(IReadOnlyList<ShopOrder> orders) =>
        Html.Of(
            $"""
            <h1>Your orders</h1>
            <ul class="orders">{orders.Select(Line)}</ul>
            """
        );

    private static Html Line(ShopOrder order) =>
        Html.Of(
            $"""
            <li>
            <a href="/orders/{order.InvoiceNumber}">{order.InvoiceNumber}</a>
            <span class="status {OrderPage.StatusClass(order)}">{OrderWords.Of(order).Title}</span>
            <span class="sum">{Rupiah.Write(order.Request.Order.Amount)}</span>
            </li>
            """
        );
}
