using Doku.Contracts.Browser.Tests.Support;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Tests.Shared;
using Microsoft.Playwright;

namespace Doku.Contracts.Browser.Tests;

/// <summary>Each page of the dashboard, light and dark, on a desk and on a telephone.</summary>
public sealed class DashboardLooksTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ColorScheme.Light, false)]
    [InlineData(ColorScheme.Dark, false)]
    [InlineData(ColorScheme.Light, true)]
    [InlineData(ColorScheme.Dark, true)]
    public async Task Every_page_is_readable_and_fits(ColorScheme scheme, bool isPhone)
    {
        await using var visit = await Visit.StartAsync(
            chromium,
            isPhone ? Visit.Phone : null,
            scheme
        );
        await using var desk = await Desk.StartAsync();
        var name =
            $"dashboard-{(isPhone ? "phone" : "desk")}-{scheme.ToString().ToLowerInvariant()}";
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.IsLiveAsync();
        await visit.CheckAsync(name + "-1-empty");

        await FillAsync(desk);
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.IsLiveAsync();
        await visit.CheckAsync(name + "-2-orders");
        await visit.FollowAsync("INV-2026-0003");
        await visit.IsLiveAsync();
        await visit.CheckAsync(name + "-3-order");
        await visit.FollowAsync("Kredivo.GenerateOrder");
        await visit.IsLiveAsync();
        await visit.CheckAsync(name + "-4-call");
        await visit.OpenAsync(new Uri(desk.Sandbox.BaseAddress, "dashboard/exchange?number=1"));
        await visit.IsLiveAsync();
        await visit.CheckAsync(name + "-5-signature");
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "refused" }).ClickAsync();
        await visit.IsLiveAsync();
        await visit.CheckAsync(name + "-6-notification");
        Assert.Empty(visit.Faults);
    }

    private static async Task FillAsync(Desk desk)
    {
        using var tampered = desk.Shop.Post(desk.Body("INV-2026-0000"));
        tampered.Content = new ByteArrayContent([.. desk.Body("INV-2026-0000"), (byte)' ']);
        await desk.Shop.SendAsync(tampered);
        await desk.Shop.OrderAsync(
            desk.Body("INV-2026-0000", body => body["order"]!["amount"] = 2),
            "R-0"
        );
        await desk.PlaceAsync("INV-2026-0001");
        await desk.PlaceAsync("INV-2026-0002");
        desk.Sandbox.Faults.Next(SandboxFault.SlowHeaders);
        desk.Sandbox.Faults.Delay = TimeSpan.Zero;
        await desk.PlaceAsync("INV-2026-0003");
        await desk.PlaceAsync("INV-2026-0004");
        await desk.Sandbox.Orders["INV-2026-0001"].PayAsync(Cancellation);
        desk.Status = 500;
        await desk.Sandbox.Orders["INV-2026-0003"].DeclineAsync(Cancellation);
    }
}
