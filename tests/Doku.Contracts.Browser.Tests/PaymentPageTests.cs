using Doku.Contracts.Browser.Tests.Support;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Tests.Shared;
using Microsoft.Playwright;

namespace Doku.Contracts.Browser.Tests;

/// <summary>The sandbox's payment page as a customer sees it.</summary>
public sealed class PaymentPageTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_chooses_a_tenor_and_pays_and_is_led_back_to_the_shop()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        var page = await desk.PlaceAsync();
        await visit.OpenAsync(page);
        await visit.ShowsAsync("Pay with Kredivo");
        await visit.CheckAsync("payment-1-waiting");

        await visit.Page.GetByLabel("6 months").CheckAsync();
        await visit.CheckAsync("payment-2-tenor");
        await visit.PressAsync("Pay");
        await visit.ShowsAsync("The shop at /done");

        Assert.Equal(["SUCCESS 200"], desk.Told);
        Assert.Equal(SandboxOrderStatus.Success, desk.Sandbox.Orders.Single().Status);
        await visit.OpenAsync(page);
        await visit.ShowsAsync("Paid");
        // 450000 in six parts, and 2.6 % of the whole each month.
        await visit.SaysAsync("6 monthly payments of Rp 86.700");
        await visit.SaysAsync("The shop was told");
        await visit.CheckAsync("payment-3-paid");
        await visit.FollowAsync("Back to the shop");
        await visit.ShowsAsync("The shop at /done");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_declined_payment_may_be_tried_again()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(await desk.PlaceAsync());

        await visit.PressAsync("Decline");
        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await visit.CheckAsync("payment-4-declined");
        // Loading the page anew declines nothing again.
        await visit.Page.ReloadAsync();
        await visit.PressAsync("Pay");
        await visit.ShowsAsync("The shop at /done");

        Assert.Equal(["FAILED 200", "SUCCESS 200"], desk.Told);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Cancelling_leads_back_to_the_cart_and_charges_nothing()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(await desk.PlaceAsync());

        await visit.PressAsync("Cancel");
        await visit.ShowsAsync("The shop at /cart");

        Assert.Empty(desk.Told);
        Assert.Equal(SandboxOrderStatus.Pending, desk.Sandbox.Orders.Single().Status);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_countdown_follows_the_sandbox_s_clock_until_the_page_turns_expired()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(await desk.PlaceAsync());
        var countdown = visit.Page.GetByRole(AriaRole.Timer);
        Assert.Equal("01:00:00", await countdown.TextContentAsync());

        await desk.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(30), Cancellation);
        await countdown.Filter(new() { HasText = "30:00" }).WaitForAsync();
        // A screen reader is not told of each second.
        Assert.Equal("", await visit.Page.GetByRole(AriaRole.Status).TextContentAsync());
        await desk.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(26), Cancellation);
        await visit
            .Page.GetByRole(AriaRole.Status)
            .Filter(new() { HasText = "4 minutes left to pay." })
            .WaitForAsync();
        await visit.CheckAsync("payment-5-running-out");
        await desk.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(5), Cancellation);

        await visit.ShowsAsync("The time to pay is over");
        await visit.CheckAsync("payment-6-expired");
        Assert.Equal(0, await visit.Page.GetByRole(AriaRole.Button).CountAsync());
        Assert.Equal(["EXPIRED 200"], desk.Told);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_payment_is_made_with_the_keyboard_alone()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(await desk.PlaceAsync());
        var keyboard = visit.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("ArrowDown");
        await visit.CheckAsync("payment-7-keyboard");
        Assert.True(await visit.Page.GetByLabel("3 months").IsCheckedAsync());
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await visit.ShowsAsync("The shop at /done");

        Assert.Equal(["SUCCESS 200"], desk.Told);
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData("Pay", "The shop at /done")]
    [InlineData("Decline", "Pay with Kredivo")]
    [InlineData("Cancel", "The shop at /cart")]
    public async Task Each_button_works_without_any_script(string button, string heading)
    {
        await using var visit = await Visit.StartAsync(chromium, javaScript: false);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(await desk.PlaceAsync());

        await visit.PressAsync(button);

        await visit.ShowsAsync(heading);
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_state_fits_a_telephone(ColorScheme scheme)
    {
        await using var visit = await Visit.StartAsync(chromium, Visit.Phone, scheme);
        await using var desk = await Desk.StartAsync();
        var name = $"payment-phone-{scheme.ToString().ToLowerInvariant()}";
        await visit.OpenAsync(
            await desk.PlaceAsync(
                "INV/2026/11/A-VERY-LONG-NUMBER-OF-AN-ORDER-WITHOUT-ANY-SPACE-0001",
                body =>
                    body["order"]!["invoice_number"] =
                        "INV/2026/11/A-VERY-LONG-NUMBER-OF-AN-ORDER-WITHOUT-SPACES-00001"
            )
        );
        await visit.CheckAsync(name + "-1-waiting");
        await visit.PressAsync("Decline");
        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await visit.CheckAsync(name + "-2-declined");
        var page = visit.Page.Url;
        await visit.PressAsync("Pay");
        await visit.ShowsAsync("The shop at /done");
        await visit.OpenAsync(page);
        await visit.CheckAsync(name + "-3-paid");
        await desk.Sandbox.Orders.Single().RefundAsync(Cancellation);
        await visit.ShowsAsync("Refunded");
        await visit.CheckAsync(name + "-4-refunded");
        var other = await desk.PlaceAsync("INV-2");
        await desk.Sandbox.Orders["INV-2"].ExpireAsync(Cancellation);
        await visit.OpenAsync(other);
        await visit.CheckAsync(name + "-5-expired");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_wide_screen_in_the_dark_is_readable()
    {
        await using var visit = await Visit.StartAsync(chromium, scheme: ColorScheme.Dark);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(await desk.PlaceAsync());
        await visit.CheckAsync("payment-8-dark");
        await visit.OpenAsync(new Uri(desk.Sandbox.BaseAddress, "kredivo/pay/guessed"));
        await visit.ShowsAsync("This payment page does not exist");
        await visit.CheckAsync("payment-9-unknown");
        // Chromium itself remarks on the status of that page, which is no fault of the page.
        Assert.All(
            visit.Faults,
            fault => Assert.Contains("status of 404", fault, StringComparison.Ordinal)
        );
    }
}
