using Doku.Contracts.Sandbox;
using Microsoft.Playwright;
using Storefront.Orders;
using Storefront.Story;
using Storefront.Tests.Support;

namespace Storefront.Tests;

/// <summary>The shop and the sandbox's payment page as a customer sees them.</summary>
public sealed class BrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task An_order_goes_from_the_shelf_to_paid()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.PictureAsync("1-shelf");
        await visit.FillCartAsync();
        await visit.Page.GotoAsync(new Uri(visit.Shop.Shop.Address, "/cart").AbsoluteUri);
        await visit.PictureAsync("2-cart");
        await visit.CheckOutAsync(CustomerForms.Good);
        await visit.ShowsAsync("Pay with Kredivo");
        await visit.PictureAsync("3-payment-page");

        await visit.PressAsync("Pay");
        await visit.ShowsAsync("Welcome back from Kredivo");
        await visit.PictureAsync("4-return");
        // The return page leads on by itself.
        await visit.HasStatusAsync("Paid");
        await visit.PictureAsync("5-paid");

        Assert.Equal(SandboxOrderStatus.Success, Assert.Single(visit.Shop.Sandbox.Orders).Status);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_waiting_order_turns_paid_by_itself_when_the_notification_comes()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);
        await visit.ShowsAsync("Pay with Kredivo");
        var order = Assert.Single(visit.Shop.Sandbox.Orders);
        await visit.Page.GotoAsync(
            new Uri(visit.Shop.Shop.Address, $"/orders/{order.InvoiceNumber}").AbsoluteUri
        );
        await visit.HasStatusAsync("Waiting for your payment");
        await visit.PictureAsync("6-waiting");

        await order.PayAsync(TestContext.Current.CancellationToken);

        await visit.HasStatusAsync("Paid");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_mistake_is_shown_beside_its_field_and_nothing_is_sent()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Wrong);

        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await visit.PictureAsync("7-mistakes");
        var name = visit.Page.GetByLabel("First name");
        var describedBy = await name.GetAttributeAsync("aria-describedby");
        var words = await visit.Page.Locator("#" + describedBy!.Split(' ')[0]).InnerTextAsync();

        Assert.Equal("true", await name.GetAttributeAsync("aria-invalid"));
        Assert.Contains("U+007C", words, StringComparison.Ordinal);
        Assert.Contains("character 6", words, StringComparison.Ordinal);
        Assert.Equal(CustomerForms.Wrong.FirstName, await name.InputValueAsync());
        Assert.Empty(visit.Shop.Sandbox.Exchanges);
        // Chromium itself remarks on the status of the page, which is no fault of the page.
        Assert.All(
            visit.Faults,
            fault => Assert.Contains("status of 422", fault, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_customer_who_cancels_is_not_charged_and_may_pay_after_all()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);

        await visit.PressAsync("Cancel");
        await visit.ShowsAsync("You cancelled the payment");
        await visit.PictureAsync("8-cancelled");
        var order = Assert.Single(visit.Shop.Sandbox.Orders);
        Assert.Equal(
            OrderState.AwaitingPayment,
            visit.Shop.Shop.Orders.Find(order.InvoiceNumber)!.State
        );

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pay after all" }).ClickAsync();
        await visit.PressAsync("Pay");
        await visit.HasStatusAsync("Paid");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_declined_payment_is_told_and_may_be_tried_again()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);
        await visit.PressAsync("Decline");
        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await visit.PictureAsync("9-declined-payment-page");

        var order = Assert.Single(visit.Shop.Sandbox.Orders);
        await visit.Page.GotoAsync(
            new Uri(visit.Shop.Shop.Address, $"/orders/{order.InvoiceNumber}").AbsoluteUri
        );
        await visit.HasStatusAsync("The payment was declined");
        await visit.PictureAsync("10-declined");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pay with Kredivo" }).ClickAsync();
        await visit.PressAsync("Pay");
        await visit.HasStatusAsync("Paid");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_pages_fit_a_telephone_in_the_dark()
    {
        await using var visit = await Visit.StartAsync(
            await chromium.StartAsync(),
            new ViewportSize { Width = 360, Height = 740 },
            ColorScheme.Dark
        );
        await FitsAsync(visit, "11-phone-shelf");
        await visit.CheckOutAsync(CustomerForms.Wrong);
        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await FitsAsync(visit, "12-phone-mistakes");
        await visit.Page.GotoAsync(new Uri(visit.Shop.Shop.Address, "/cart").AbsoluteUri);
        await FitsAsync(visit, "13-phone-cart");
        await visit.CheckOutAsync(CustomerForms.Good);
        await visit.ShowsAsync("Pay with Kredivo");
        await visit.PictureAsync("14-phone-payment-page");
    }

    private static async Task FitsAsync(Visit visit, string picture)
    {
        await visit.PictureAsync(picture);
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 360, $"{picture} is {width} pixels wide.");
    }
}
