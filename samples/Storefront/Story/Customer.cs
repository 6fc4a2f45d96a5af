using Storefront.Checkout;
using Storefront.Goods;
using Storefront.Hosting;

namespace Storefront.Story;

/// <summary>Somebody who buys in the shop, page by page.</summary>
internal sealed class Customer(StoryBrowser browser, ShopHost shop)
{
    /// <summary>Puts a product into the cart, as the button on the shelf does.</summary>
    internal async Task AddToCartAsync(Product product)
    {
        var shelf = await browser.OpenAsync("/");
        var cart = await browser.SubmitAsync(shelf.Form("/cart/add", held: product.Sku));
        StoryException.Unless(
            cart.LeadsTo == new Uri(shop.Address, "/cart"),
            $"The shelf didn't lead to the cart (HTTP {cart.Status})."
        );
    }

    /// <summary>Opens the checkout, fills in the form and presses "Pay with Kredivo".</summary>
    internal async Task<StoryPage> CheckOutAsync(CheckoutForm form)
    {
        var checkout = await browser.OpenAsync("/checkout");
        return await browser.SubmitAsync(checkout.Form("/checkout"), StoryBrowser.Fields(form));
    }

    /// <summary>Presses "Pay" on Kredivo's page.</summary>
    internal async Task<StoryPage> PayAsync(Uri paymentPage)
    {
        var page = await browser.OpenAsync(paymentPage);
        return await browser.SubmitAsync(page.Form("/pay"));
    }

    internal Task<StoryPage> OpenAsync(string path) => browser.OpenAsync(path);

    internal Task<StoryPage> OpenAsync(Uri address) => browser.OpenAsync(address);
}
