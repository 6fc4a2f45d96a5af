using Doku.Contracts.Sandbox;
using Storefront.Checkout;
using Storefront.Hosting;
using Storefront.Orders;

namespace Storefront.Story;

/// <summary>Places an order through the shop's pages, and finds it in the shop's book.</summary>
internal static class PlacedOrder
{
    internal static async Task<ShopOrder> PlaceAsync(
        DokuSandbox sandbox,
        ShopHost shop,
        Customer customer,
        CheckoutForm form
    )
    {
        var page = await customer.CheckOutAsync(form);
        if (page.LeadsTo is not { } next)
        {
            var words = string.Join("; ", page.FieldErrors.Select(e => $"{e.Field}: {e.Words}"));
            throw new StoryException($"The shop answered HTTP {page.Status}. {words}");
        }

        if (next.Authority != sandbox.BaseAddress.Authority)
        {
            var shown = await customer.OpenAsync(next);
            throw new StoryException(
                $"The shop led to '{shown.Title}' instead of Kredivo's page; DOKU answered HTTP {LastStatus(sandbox)}."
            );
        }

        var atDoku = sandbox.Orders.Single(order => order.PaymentUrl == next);
        return shop.Orders.Find(atDoku.InvoiceNumber)
            ?? throw new StoryException("The order isn't in the shop's book.");
    }

    private static string LastStatus(DokuSandbox sandbox) =>
        sandbox.Exchanges is [.., var last] ? $"{last.Status}" : "nothing";
}
