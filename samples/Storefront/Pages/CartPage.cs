using Storefront.Goods;
using Storefront.Hosting;

namespace Storefront.Pages;

/// <summary>The cart, one parcel after another: each seller sends its own.</summary>
internal static class CartPage
{
    internal static Page Write(Session session) =>
        new("Cart", session.Cart.Lines.Count == 0 ? Empty() : Full(session));

    private static Html Empty() =>
        Html.Of(
            $"""
            <h1>Your cart is empty</h1>
            <p><a class="button" href="/">See what there is</a></p>
            """
        );

    private static Html Full(Session session) =>
        Html.Of(
            $"""
            <h1>Your cart</h1>
            {session.Cart.Sellers.Select(seller => Parcel(seller, session))}
            <p class="total">Total <strong>{Rupiah.Write(session.Cart.Total)}</strong></p>
            <p class="actions"><a class="button main" href="/checkout">To the checkout</a> <a href="/">Go on shopping</a></p>
            """
        );

    private static Html Parcel(Seller seller, Session session) =>
        Html.Of(
            $"""
            <section class="parcel" aria-labelledby="{seller.Id}">
            <h2 id="{seller.Id}">From {seller.Name}, {seller.City}</h2>
            <ul class="lines">{session.Cart.Lines.Where(line => line.Product.Seller == seller)
                .Select(line => Line(line, session))}</ul>
            <p class="postage">Postage <span>{(
                seller.Postage > 0 ? Rupiah.Write(seller.Postage) : "free"
            )}</span></p>
            </section>
            """
        );

    private static Html Line(CartLine line, Session session) =>
        Html.Of(
            $"""
            <li>
            <img src="/pictures/{line.Product.Sku}.svg" alt="" width="96" height="66">
            <span class="name">{line.Product.Name}<small>{Rupiah.Write(
                line.Product.Price
            )} each</small></span>
            <form method="post" action="/cart/set" class="quantity">
            {Page.Token(session)}
            <input type="hidden" name="sku" value="{line.Product.Sku}">
            {Step(line, -1, "One less of")}
            <span class="number">{line.Quantity}</span>
            {Step(line, +1, "One more of")}
            </form>
            <span class="sum">{Rupiah.Write(line.Sum)}</span>
            </li>
            """
        );

    private static Html Step(CartLine line, int step, string label) =>
        Html.Of(
            $"""<button type="submit" name="quantity" value="{line.Quantity + step}" aria-label="{label} {line.Product.Name}">{(step < 0 ? "−" : "+")}</button>"""
        );
}
