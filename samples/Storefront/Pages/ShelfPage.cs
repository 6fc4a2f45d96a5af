using Storefront.Goods;
using Storefront.Hosting;

namespace Storefront.Pages;

/// <summary>The three products.</summary>
internal static class ShelfPage
{
    internal static Page Write(Session session) =>
        new(
            "Three good things",
            Html.Of(
                $"""
                <h1>Three good things from Indonesia</h1>
                <p class="lead">Order today, and pay later with Kredivo.</p>
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
            <img src="/pictures/{product.Sku}.svg" alt="" width="320" height="200">
            <h2>{product.Name}</h2>
            <p>{product.Description}</p>
            <p class="price">{Rupiah.Write(product.Price)}</p>
            <form method="post" action="/cart/add">
            {Page.Token(session)}
            <input type="hidden" name="sku" value="{product.Sku}">
            <button type="submit" aria-label="Add {product.Name} to the cart">Add to cart</button>
            </form>
            </li>
            """
        );
}
