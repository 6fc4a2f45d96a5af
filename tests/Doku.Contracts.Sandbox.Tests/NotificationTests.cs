using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class NotificationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_the_merchant_of_a_payment_in_a_signed_notification()
    {
        var clock = new FakeTimeProvider(
            new DateTimeOffset(2026, 11, 22, 1, 58, 30, TimeSpan.Zero)
        );
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox.Url(), clock);
        using var shop = new Shop(sandbox, clock);
        await shop.PlaceAsync();

        var delivery = await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        var (path, headers, bytes) = Assert.Single(inbox.Received);
        Assert.Equal(NotificationOutcome.Acknowledged, delivery.Outcome);
        Assert.True(delivery.IsAcknowledged);
        Assert.Equal(200, delivery.Status);
        Assert.Equal("/payments/notifications", path);
        Assert.Equal("2026-11-22T01:58:30Z", headers["Request-Timestamp"]);
        Assert.Equal("application/json", headers["Content-Type"]);
        Assert.Equal(7, Guid.Parse(headers["Request-Id"]).Version);
        Assert.Equal(Signature(sandbox, headers, bytes), headers["Signature"]);
        var body = JsonNode.Parse(bytes)!;
        Assert.Equal("PEER_TO_PEER", (string?)body["service"]!["id"]);
        Assert.Equal("KREDIVO", (string?)body["acquirer"]!["id"]);
        Assert.Equal("PEER_TO_PEER_KREDIVO", (string?)body["channel"]!["id"]);
        Assert.Equal("INV-1", (string?)body["order"]!["invoice_number"]);
        Assert.Equal(170000, (long)body["order"]!["amount"]!);
        Assert.Equal("SUCCESS", (string?)body["transaction"]!["status"]);
        Assert.Equal("2026-11-22T01:58:30Z", (string?)body["transaction"]!["date"]);
        Assert.Equal("R-1", (string?)body["transaction"]!["original_request_id"]);
        Assert.Equal("SUCCESS", (string?)body["peer_to_peer_info"]!["status"]);
        Assert.Equal("R7-0001", (string?)body["peer_to_peer_info"]!["merchant_unique_reference"]);
    }

    [Fact]
    public async Task Tells_of_a_declined_payment_which_may_still_be_paid()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox.Url());
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        var order = sandbox.Orders["INV-1"];

        await order.DeclineAsync(Cancellation);
        var declined = order.Status;
        await order.PayAsync(Cancellation);

        Assert.Equal(SandboxOrderStatus.Failed, declined);
        Assert.Equal(SandboxOrderStatus.Success, order.Status);
        Assert.Equal(
            ["FAILED", "SUCCESS"],
            inbox.Received.Select(one =>
                (string?)JsonNode.Parse(one.Body)!["transaction"]!["status"]
            )
        );
    }

    [Fact]
    public async Task A_paid_order_stays_paid()
    {
        await using var sandbox = await StartAsync(null);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        var order = sandbox.Orders["INV-1"];
        await order.PayAsync(Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => order.PayAsync(Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => order.DeclineAsync(Cancellation));

        Assert.Equal(SandboxOrderStatus.Success, order.Status);
    }

    [Fact]
    public async Task Cancelling_changes_nothing_and_tells_nothing()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox.Url());
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        var order = sandbox.Orders["INV-1"];

        var delivery = await order.CancelAsync(Cancellation);

        Assert.Equal(NotificationOutcome.NothingToTell, delivery.Outcome);
        Assert.Equal(SandboxOrderStatus.Pending, order.Status);
        Assert.Empty(inbox.Received);
        Assert.Equal(SandboxOrderEventKind.Cancelled, order.Events[^1].Kind);
    }

    [Fact]
    public async Task Withholds_a_notification_until_it_is_sent_by_hand()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox.Url());
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        var order = sandbox.Orders["INV-1"];

        sandbox.WithholdNotifications = true;
        var withheld = await order.PayAsync(Cancellation);
        var arrivedMeanwhile = inbox.Received.Count;
        sandbox.WithholdNotifications = false;
        var sent = await order.ResendNotificationAsync(Cancellation);

        Assert.Equal(NotificationOutcome.Withheld, withheld.Outcome);
        Assert.Equal(0, arrivedMeanwhile);
        Assert.Equal(NotificationOutcome.Acknowledged, sent.Outcome);
        Assert.Single(inbox.Received);
    }

    [Fact]
    public async Task Sends_the_same_id_and_body_again_with_a_new_time_stamp()
    {
        var clock = new FakeTimeProvider(
            new DateTimeOffset(2026, 11, 22, 1, 58, 30, TimeSpan.Zero)
        );
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox.Url(), clock);
        using var shop = new Shop(sandbox, clock);
        await shop.PlaceAsync();
        var order = sandbox.Orders["INV-1"];

        await order.PayAsync(Cancellation);
        clock.Advance(TimeSpan.FromMinutes(30));
        await order.ResendNotificationAsync(Cancellation);

        var both = inbox.Received.ToList();
        Assert.Equal(both[0].Body, both[1].Body);
        Assert.Equal(both[0].Headers["Request-Id"], both[1].Headers["Request-Id"]);
        Assert.Equal("2026-11-22T02:28:30Z", both[1].Headers["Request-Timestamp"]);
        Assert.Equal(
            Signature(sandbox, both[1].Headers, both[1].Body),
            both[1].Headers["Signature"]
        );
    }

    [Fact]
    public async Task Has_nothing_to_send_again_before_the_first_notification()
    {
        await using var sandbox = await StartAsync(null);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            sandbox.Orders["INV-1"].ResendNotificationAsync(Cancellation)
        );
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(302)]
    public async Task Records_an_attempt_that_the_merchant_refused(int status)
    {
        await using var inbox = await NotificationInbox.StartAsync();
        inbox.Status = status;
        inbox.Location = inbox.Url("/elsewhere").AbsoluteUri;
        await using var sandbox = await StartAsync(inbox.Url());
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();

        var delivery = await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Equal(NotificationOutcome.Refused, delivery.Outcome);
        Assert.Equal(status, delivery.Status);
        Assert.Single(inbox.Received);
        var last = sandbox.Orders["INV-1"].Events[^1];
        Assert.Equal(SandboxOrderEventKind.Notified, last.Kind);
        Assert.Same(delivery, last.Delivery);
    }

    [Fact]
    public async Task Records_that_the_merchant_could_not_be_reached()
    {
        var inbox = await NotificationInbox.StartAsync();
        var url = inbox.Url();
        await inbox.DisposeAsync();
        await using var sandbox = await StartAsync(url);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();

        var delivery = await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Equal(NotificationOutcome.Unreachable, delivery.Outcome);
        Assert.Equal(SandboxOrderStatus.Success, sandbox.Orders["INV-1"].Status);
    }

    [Fact]
    public async Task Sends_to_the_orders_own_address_when_it_keeps_the_path()
    {
        await using var configured = await NotificationInbox.StartAsync();
        await using var own = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(configured.Url());
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync(Overridden(own.Url().AbsoluteUri));

        await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Empty(configured.Received);
        Assert.Single(own.Received);
    }

    [Fact]
    public async Task Keeps_the_configured_address_when_the_orders_own_has_another_path()
    {
        await using var configured = await NotificationInbox.StartAsync();
        await using var own = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(configured.Url());
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync(Overridden(own.Url("/other").AbsoluteUri));

        await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Single(configured.Received);
        Assert.Empty(own.Received);
    }

    [Fact]
    public async Task Sends_nothing_to_an_orders_own_address_elsewhere()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox.Url());
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync(Overridden("https://toko.example/payments/notifications"));

        var delivery = await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Equal(NotificationOutcome.NoAddress, delivery.Outcome);
        Assert.Empty(inbox.Received);
    }

    private static byte[] Overridden(string url) =>
        Bodies.With(body =>
            body["additional_info"] = new JsonObject { ["override_notification_url"] = url }
        );

    private static Task<DokuSandbox> StartAsync(Uri? url, TimeProvider? clock = null) =>
        DokuSandbox.StartAsync(
            options =>
            {
                options.NotificationUrl = url;
                options.TimeProvider = clock ?? options.TimeProvider;
            },
            Cancellation
        );

    private static string Signature(
        DokuSandbox sandbox,
        Dictionary<string, string> headers,
        byte[] body
    ) =>
        WireSigner.Sign(
            sandbox.SecretKey,
            body,
            ("Client-Id", sandbox.ClientId),
            ("Request-Id", headers["Request-Id"]),
            ("Request-Timestamp", headers["Request-Timestamp"]),
            ("Request-Target", "/payments/notifications")
        );
}
