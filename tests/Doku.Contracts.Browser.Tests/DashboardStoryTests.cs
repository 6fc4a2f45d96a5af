using System.Text;
using Doku.Contracts.Browser.Tests.Support;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Tests.Shared;
using Microsoft.Playwright;

namespace Doku.Contracts.Browser.Tests;

/// <summary>What the dashboard says of calls and notifications that went wrong.</summary>
public sealed class DashboardStoryTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_was_changed_on_the_way_is_explained_component_by_component()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.IsLiveAsync();
        using var request = desk.Shop.Post(desk.Body("INV-1"));
        request.Content = new ByteArrayContent([
            .. desk.Body("INV-1"),
            .. Encoding.UTF8.GetBytes("\n"),
        ]);
        await desk.Shop.SendAsync(request);

        await visit
            .Page.GetByRole(AriaRole.Link, new() { Name = "POST /kredivo-peer-to-peer" })
            .ClickAsync();
        await visit.SaysAsync("The signature does not hold.");
        await visit.Page.GetByText("The lines that the sandbox signed").ClickAsync();
        await visit.CheckAsync("dashboard-04-signature");

        var row = visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Digest" });
        Assert.Contains("Wrong", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "written anew between signing and sending",
            await row.InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Empty(desk.Sandbox.Orders);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_notification_that_was_changed_on_the_way_is_refused_and_explained()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        desk.OnTheWay = body =>
            Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(body).Replace("450000", "1", StringComparison.Ordinal)
            );
        await desk.PlaceAsync();
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit.FollowAsync("INV-2026-0001");
        await visit.PressAsync("Pay");
        await visit.SaysAsync("Paid. Notification: refused with HTTP 401.");

        await visit.FollowAsync("Notification SUCCESS");
        await visit.SaysAsync("The merchant refused it with HTTP 401.");
        await visit.SaysAsync("Request-Target");
        await visit.CheckAsync("dashboard-05-notification-refused");
        desk.OnTheWay = body => body;
        await visit.PressAsync("Send again");
        await visit.SaysAsync("Sent again: acknowledged with HTTP 200.");

        Assert.Equal(["SUCCESS 401", "SUCCESS 200"], desk.Told);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_body_that_breaks_its_schema_is_explained_place_by_place()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await desk.Shop.OrderAsync(
            desk.Body(
                "INV-1",
                body =>
                {
                    body["customer"]!["first_name"] = "\u0007<script>alert('x')</script>";
                    body["order"]!["amount"] = 1;
                }
            )
        );
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);
        await visit
            .Page.GetByRole(AriaRole.Link, new() { Name = "POST /kredivo-peer-to-peer" })
            .ClickAsync();

        await visit.ShowsAsync("Why it was refused");
        await visit.CheckAsync("dashboard-06-body-refused");

        await visit.SaysAsync("/customer/first_name");
        await visit.SaysAsync("/order/amount");
        await visit.SaysAsync("<script>alert('x')</script>");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task An_injected_fault_befalls_the_next_call_and_stands_on_the_timeline()
    {
        await using var visit = await Visit.StartAsync(chromium);
        await using var desk = await Desk.StartAsync();
        await visit.OpenAsync(desk.Sandbox.DashboardUrl);

        await visit.Page.GetByLabel("What goes wrong").SelectOptionAsync("UnsignedAnswer");
        await visit.PressAsync("Inject");
        await visit.SaysAsync("The next call meets: Unsigned answer.");
        await desk.PlaceAsync();
        await visit.FollowAsync("INV-2026-0001");

        await visit.SaysAsync("Fault put into a call:");
        await visit.CheckAsync("dashboard-07-fault");
        Assert.Equal(SandboxFault.UnsignedAnswer, Assert.Single(desk.Sandbox.Exchanges).Fault);
        Assert.Empty(visit.Faults);
    }
}
