using System.Text;
using Doku.Contracts.Browser.Tests.Support;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Tests.Shared;
using Microsoft.Playwright;

namespace Doku.Contracts.Browser.Tests;

/// <summary>The dashboard as somebody sees it who writes a shop.</summary>
public sealed class DashboardTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_placed_by_the_api_appears_without_a_reload()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.ShowsAsync("No orders yet");
        await visit.IsLiveAsync();
        await visit.CheckAsync("dashboard-01-empty");
        await visit.Page.EvaluateAsync("window.isTheSamePage = true");

        await desk.PlaceAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "INV-2026-0001" }).WaitForAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.isTheSamePage"));
        // What the dashboard itself asks for is no part of the story.
        Assert.Single(desk.Sandbox.Exchanges);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task News_take_neither_the_focus_nor_what_was_typed()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await desk.PlaceAsync("INV-1");
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.IsLiveAsync();
        var minutes = visit.Page.GetByLabel("Minutes");
        await minutes.FillAsync("17");
        var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = "INV-1", Exact = true });
        await link.FocusAsync();

        await desk.PlaceAsync("INV-2");
        await desk.Sandbox.Orders["INV-1"].PayAsync(Cancellation);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "acknowledged" }).WaitForAsync();

        Assert.True(await IsFocusedAsync(link));
        Assert.Equal("17", await minutes.InputValueAsync());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_buttons_of_an_order_play_customer_and_DOKU()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await desk.PlaceAsync();
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.FollowAsync("INV-2026-0001");
        await visit.ShowsAsync("Timeline");

        await visit.PressAsync("Decline");
        await visit.SaysAsync("Declined. Notification: acknowledged with HTTP 200.");
        await visit.PressAsync("Cancel");
        await visit.SaysAsync("The customer left without paying.");
        await visit.PressAsync("Pay");
        await visit.SaysAsync("Paid. Notification: acknowledged with HTTP 200.");
        await visit.PressAsync("Resend notification");
        await visit.SaysAsync("Sent again: acknowledged with HTTP 200.");
        await visit.PressAsync("Send it twice");
        await visit.SaysAsync("Sent twice: acknowledged with HTTP 200.");
        await visit.CheckAsync("dashboard-02-order-paid");
        await visit.PressAsync("Refund");
        await visit.SaysAsync("Refunded. Notification: acknowledged with HTTP 200.");

        Assert.Equal(
            [
                "FAILED 200",
                "SUCCESS 200",
                "SUCCESS 200",
                "SUCCESS 200",
                "SUCCESS 200",
                "REFUNDED 200",
            ],
            desk.Told
        );
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_clock_put_forward_expires_orders_and_repeats_notifications()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        desk.Status = 503;
        await desk.PlaceAsync();
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.FollowAsync("INV-2026-0001");
        await visit.IsLiveAsync();

        await visit.Page.GetByLabel("Minutes").FillAsync("60");
        await visit.PressAsync("Put forward");
        await visit.SaysAsync("The clock was put forward by 1 h");
        await visit.SaysAsync("Then the notification is sent again.");
        await visit.PressAsync("+30 min");
        await visit.SaysAsync("The clock was put forward by 30 min");
        await visit.PressAsync("+6 h");
        await visit.SaysAsync("The clock was put forward by 6 h");
        await visit.CheckAsync("dashboard-03-order-retries");
        desk.Status = 204;
        await visit.PressAsync("+12 h");
        await visit.SaysAsync("The clock was put forward by 12 h");

        Assert.Equal(["EXPIRED 503", "EXPIRED 503", "EXPIRED 503", "EXPIRED 204"], desk.Told);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Orders_and_their_story_are_there_again_after_a_restart()
    {
        await using var visit = await Visit.StartAsync(chromium);
        using var folder = new Sandbox.Tests.Support.TempFolder();
        await using (
            var desk = await Desk.StartAsync(options => options.StorePath = folder["s.db"])
        )
        {
            await desk.PlaceAsync();
            await desk.Sandbox.Orders.Single().PayAsync(Cancellation);
        }

        await using var again = await Desk.StartAsync(options =>
            options.StorePath = folder["s.db"]
        );
        await visit.OpenAsync(again.Sandbox.DashboardUrl);
        await visit.FollowAsync("INV-2026-0001");
        await visit.SaysAsync("Notification SUCCESS");
        await visit.FollowAsync("Kredivo.GenerateOrder");

        await visit.SaysAsync("The signature holds.");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_dashboard_is_steered_with_the_keyboard_alone()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await desk.PlaceAsync();
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        var keyboard = visit.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await visit.ShowsAsync("Timeline");
        await visit.IsLiveAsync();
        var pay = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pay", Exact = true });
        for (var step = 0; step < 8 && !await IsFocusedAsync(pay); step++)
        {
            await keyboard.PressAsync("Tab");
        }
        await keyboard.PressAsync("Enter");
        await visit.SaysAsync("Paid. Notification");

        Assert.Equal(["SUCCESS 200"], desk.Told);
        // The button is gone; the focus is at the content instead of nowhere.
        Assert.Equal(
            "content",
            await visit.Page.EvaluateAsync<string>("document.activeElement.id")
        );
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_buttons_work_without_any_script()
    {
        await using var visit = await Visit.StartAsync(chromium, javaScript: false);
        await using var desk = await Desk.StartAsync();
        await desk.PlaceAsync();
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.FollowAsync("INV-2026-0001");

        await visit.PressAsync("Pay");
        await visit.SaysAsync("Paid. Notification: acknowledged with HTTP 200.");
        await visit.PressAsync("+12 h");

        await visit.SaysAsync("The clock was put forward by 12 h");
        Assert.Equal(["SUCCESS 200"], desk.Told);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Says_so_when_the_sandbox_is_gone()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using (var desk = await Desk.StartAsync())
        {
            await visit.OpenAsync(desk.Sandbox.DashboardUrl);
            await visit.IsLiveAsync();
        }

        await visit.SaysAsync("No connection: is the sandbox running?");
    }

    private static Task<bool> IsFocusedAsync(ILocator one) =>
        one.EvaluateAsync<bool>("one => one === document.activeElement");
}
