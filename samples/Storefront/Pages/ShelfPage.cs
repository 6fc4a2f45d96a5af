using Storefront.Goods;
using Storefront.Hosting;

namespace Storefront.Pages;

/// <summary>What there is to buy.</summary>
internal static class ShelfPage
{
    internal static Page Write(Session session) =>
        new(
            "Good things from two workshops",
            Html.Of(
                $"""
                <h1>Good things from two workshops</h1>
                <p class="lead">Order this evening, and pay later with Kredivo.</p>
                <ul class="shelf">{Catalogue.Products.Select(product =>
                    Card(product, session)
                )}</ul>
                """
            )
        );

    private static Html Card(Product product, Session session) =>
        Html.Of(
            $"""
            <li id="{product.Sku}">
            <img src="/pictures/{product.Sku}.svg" alt="" width="320" height="220">
            <h2>{product.Name}</h2>
            <p class="seller">{product.Seller.Name}, {product.Seller.City}</p>
            <p>{product.Description}</p>
            <p class="price">{Rupiah.Write(product.Price)}</p>
            <form method="post" action="/cart/add">
            {Page.Token(session)}
            <input type="hidden" name="sku" value="{product.Sku}">
            <button type="submit" aria-label="Add to cart: {product.Name}">Add to cart</button>
            </form>
            </li>
            """
        );
}
