using Storefront.Goods;
using Storefront.Hosting;
using Storefront.Orders;

namespace Storefront.Pages;

/// <summary>One order and how it stands.</summary>
internal static class OrderPage
{
    internal static Page Write(Session session, ShopOrder order)
    {
        var (title, words) = Words(order.State);
        return new Page(
            title,
            Html.Of(
                $"""
                <p class="status {order.State.ToString().ToLowerInvariant()}" role="status">{title}</p>
                <h1>Order {order.InvoiceNumber}</h1>
                <p>{words}</p>
                {Actions(session, order)}
                <ul class="receipt">{order.Request.Order.LineItems.Select(Line)}</ul>
                <p class="total">Total <strong>{Rupiah.Write(
                    order.Request.Order.Amount
                )}</strong></p>
                """
            )
        )
        {
            RefreshAfter = order.State is OrderState.AwaitingPayment or OrderState.Confirming
                ? 3
                : null,
        };
    }

    private static (string Title, string Words) Words(OrderState state) =>
        state switch
        {
            OrderState.Confirming => (
                "Your payment is being confirmed",
                "We haven't heard from Kredivo yet, and ask again every few seconds. Please don't order a second time: this order is kept, and it will be made only once."
            ),
            OrderState.Refused => (
                "Kredivo can't take this order",
                "Nothing was charged. You can order again, or write to us if it happens once more."
            ),
            OrderState.AwaitingPayment => (
                "Waiting for your payment",
                "This page turns to paid by itself as soon as Kredivo tells us."
            ),
            OrderState.Declined => (
                "The payment was declined",
                "Nothing was charged. You can try once more with Kredivo."
            ),
            OrderState.Expired => (
                "The time to pay is over",
                "Nothing was charged. You are welcome to order again."
            ),
            _ => (
                "Paid",
                "Thank you! Kredivo has confirmed your payment, and we pack your parcel."
            ),
        };

    private static Html Actions(Session session, ShopOrder order)
    {
        var isOpen = order.State is OrderState.AwaitingPayment or OrderState.Declined;
        if (!isOpen)
        {
            return Html.Of($"""<p class="actions"><a href="/">Back to the shop</a></p>""");
        }

        var pay = order.PaymentUrl is { } url
            ? Html.Of($"""<a class="button main" href="{url.AbsoluteUri}">Pay with Kredivo</a>""")
            : Html.None;
        return Html.Of(
            $"""
            <div class="actions">
            {pay}
            <form method="post" action="/orders/{order.InvoiceNumber}/check">
            {Page.Token(session)}
            <button type="submit">I have paid: ask Kredivo</button>
            </form>
            </div>
            """
        );
    }

    private static Html Line(Doku.Contracts.Kredivo.LineItem line) =>
        Html.Of(
            $"<li><span>{(int)line.Quantity} × {line.Name}</span> <span>{Rupiah.Write((long)(line.Price * line.Quantity))}</span></li>"
        );
}
