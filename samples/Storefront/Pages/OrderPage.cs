using Storefront.Hosting;
using Storefront.Orders;

namespace Storefront.Pages;

/// <summary>One order and how it stands. It follows what happens by itself.</summary>
internal static class OrderPage
{
    private static readonly Html Script = Html.Of(
        $"""
        <script src="/order.js" type="module"></script>
        <noscript><meta http-equiv="refresh" content="3"></noscript>
        """
    );

    internal static Page Write(Session session, ShopOrder order)
    {
        var (title, words) = OrderWords.Of(order);
        var isLive = order is { HasMoney: false, ReplacedBy: null };
        return new Page(
            title,
            Html.Of(
                $"""
                <p class="status {StatusClass(order)}" role="status" id="status">{title}</p>
                <h1 id="title" tabindex="-1">Order {order.InvoiceNumber}</h1>
                <div id="details"{(isLive ? Html.Of($" data-live") : Html.None)}>
                <p>{words}</p>
                <div class="actions">
                {Way(session, order)}
                </div>
                </div>
                <div class="columns">
                <section aria-labelledby="goods"><h2 id="goods">What you ordered</h2>{Receipt.Of(
                    order.Request.Order
                )}</section>
                {Destination(order)}
                </div>
                """
            )
        )
        {
            Head = isLive ? Script : Html.None,
        };
    }

    internal static string StatusClass(ShopOrder order) =>
        order is { ReplacedBy: not null, HasMoney: false }
            ? "replaced"
            : order.State.ToString().ToLowerInvariant();

    private static Html Way(Session session, ShopOrder order) =>
        order switch
        {
            { HasMoney: true } => Html.Of($"""<a class="button" href="/">Back to the shop</a>"""),
            { ReplacedBy: { } next } => Html.Of(
                $"""<a class="button main" href="/orders/{next}">See order {next}</a>"""
            ),
            { IsOver: true } => Html.Of(
                $"""
                {Form(session, order, "again", "Try again with Kredivo", "main")}
                <a href="/">Back to the shop</a>
                """
            ),
            { IsPayable: true, PaymentUrl: { } url } => Html.Of(
                $"""
                <a class="button main" href="{url.AbsoluteUri}">Pay with Kredivo</a>
                {Form(session, order, "check", "I have paid: ask Kredivo", "")}
                """
            ),
            _ => Html.None,
        };

    private static Html Form(
        Session session,
        ShopOrder order,
        string action,
        string label,
        string style
    ) =>
        Html.Of(
            $"""
            <form method="post" action="/orders/{order.InvoiceNumber}/{action}">
            {Page.Token(session)}
            <button class="{style}" type="submit">{label}</button>
            </form>
            """
        );

    private static Html Destination(ShopOrder order) =>
        order.Request.ShippingAddress is { } to
            ? Html.Of(
                $"""
                <section aria-labelledby="way"><h2 id="way">Where it goes</h2>
                <address>{to.FirstName} {to.LastName}<br>{to.Address}<br>{to.City} {to.PostalCode}</address></section>
                """
            )
            : Html.None;
}
