using Doku.Contracts.Tests.Shared;
using Microsoft.Playwright;
using Storefront.Story;
using Storefront.Tests.Support;

namespace Storefront.Tests;

/// <summary>The checkout form by mouse, by keyboard, on a telephone and without scripts.</summary>
public sealed class FormTests(Chromium chromium)
{
    private const int PhoneWidth = 360;

    [Fact]
    public async Task A_sign_that_an_address_may_not_have_is_named_beside_the_field_which_has_the_focus()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(
            CustomerForms.Good with
            {
                Address = "Jl. Merdeka 5 \t 7",
                PostalCode = "",
            }
        );

        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await visit.LookAsync("13-mistakes");
        var address = visit.Page.GetByLabel("Street and number");
        await Assertions.Expect(address).ToBeFocusedAsync();
        await Assertions.Expect(address).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(address).ToHaveValueAsync("Jl. Merdeka 5 \t 7");
        var describedBy = await address.GetAttributeAsync("aria-describedby");
        var words = await visit.Page.Locator("#" + describedBy!.Split(' ')[0]).InnerTextAsync();

        Assert.Equal(
            "A tab can't be used in an address. It is character 15 of what you typed.",
            words
        );
        Assert.Empty(visit.Shop.Sandbox.Exchanges);
        // Chromium itself remarks on the status of the page, which is no fault of the page.
        Assert.All(
            visit.Faults,
            fault => Assert.Contains("status of 422", fault, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_Enter_key_in_a_field_orders_and_takes_no_known_address()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.FillCartAsync();
        await visit.FillFormAsync(CustomerForms.Good);

        await visit.Page.GetByLabel("City").PressAsync("Enter");
        await visit
            .Page.GetByRole(AriaRole.Button, new() { Name = "Pay", Exact = true })
            .WaitForAsync();

        var order = Assert.Single(visit.Shop.Sandbox.Orders);
        Assert.Equal(
            CustomerForms.Good.City,
            visit.Shop.Shop.Orders.Find(order.InvoiceNumber)!.Request.ShippingAddress!.City
        );
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_pages_fit_a_telephone(ColorScheme scheme)
    {
        var name = scheme.ToString().ToLowerInvariant();
        await using var visit = await Visit.StartAsync(
            await chromium.StartAsync(),
            new()
            {
                ViewportSize = new ViewportSize { Width = PhoneWidth, Height = 740 },
                ColorScheme = scheme,
            }
        );
        await FitsAsync(visit, $"20-phone-{name}-shelf");
        await visit.CheckOutAsync(CustomerForms.Wrong);
        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await FitsAsync(visit, $"21-phone-{name}-mistakes");
        await visit.OpenAsync("/cart");
        await FitsAsync(visit, $"22-phone-{name}-cart");
        await visit.CheckOutAsync(CustomerForms.Good);
        await visit.PressAsync("Cancel");
        await FitsAsync(visit, $"23-phone-{name}-cancelled");
        await visit.OpenOrderAsync();
        await FitsAsync(visit, $"24-phone-{name}-order");
        await visit.OpenAsync("/orders");
        await FitsAsync(visit, $"25-phone-{name}-orders");
    }

    [Fact]
    public async Task Without_scripts_the_order_page_still_turns_paid()
    {
        await using var visit = await Visit.StartAsync(
            await chromium.StartAsync(),
            new() { JavaScriptEnabled = false }
        );
        await visit.CheckOutAsync(CustomerForms.Good);
        var order = await visit.OpenOrderAsync();
        await visit.HasStatusAsync("Waiting for your payment");

        await order.PayAsync(TestContext.Current.CancellationToken);

        await visit.HasStatusAsync("Paid");
    }

    private static async Task FitsAsync(Visit visit, string picture)
    {
        await visit.LookAsync(picture);
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= PhoneWidth, $"{picture} is {width} pixels wide.");
    }
}
