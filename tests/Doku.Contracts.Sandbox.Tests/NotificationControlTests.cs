using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

/// <summary>What a test can do with notifications: wait, send again, double, hold back and turn round.</summary>
public sealed class NotificationControlTests : IAsyncLifetime
{
    private NotificationInbox _inbox = null!;
    private DokuSandbox _sandbox = null!;
    private Shop _shop = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _inbox = await NotificationInbox.StartAsync();
        _sandbox = await DokuSandbox.StartAsync(
            options => options.NotificationUrl = _inbox.Url(),
            Cancellation
        );
        _shop = new Shop(_sandbox);
        await _shop.PlaceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _sandbox.DisposeAsync();
        await _inbox.DisposeAsync();
    }

    [Fact]
    public async Task Waits_for_a_notification_that_comes_later()
    {
        var waiting = _sandbox.Notifications.WaitForAsync(
            one => one.InvoiceNumber == "INV-1" && one.IsAcknowledged,
            TimeSpan.FromSeconds(30),
            Cancellation
        );
        var doneBefore = waiting.IsCompleted;

        await _sandbox.Orders["INV-1"].PayAsync(Cancellation);
        var found = await waiting;

        Assert.False(doneBefore);
        Assert.Equal(SandboxOrderStatus.Success, found.Status);
        Assert.Equal(200, Assert.Single(found.Attempts).Status);
    }

    [Fact]
    public async Task Finds_at_once_what_has_come_already()
    {
        await _sandbox.Orders["INV-1"].PayAsync(Cancellation);

        var found = await _sandbox.Notifications.WaitForAsync(
            one => one.Status == SandboxOrderStatus.Success,
            TimeSpan.FromSeconds(30),
            Cancellation
        );

        Assert.Equal("INV-1", found.InvoiceNumber);
    }

    [Fact]
    public async Task Says_what_there_was_when_nothing_fits_in_time()
    {
        _inbox.Status = 500;
        await _sandbox.Orders["INV-1"].DeclineAsync(Cancellation);

        var fault = await Assert.ThrowsAsync<TimeoutException>(() =>
            _sandbox.Notifications.WaitForAsync(
                one => one.IsAcknowledged,
                TimeSpan.Zero,
                Cancellation
            )
        );

        Assert.Contains("INV-1 Failed: Refused", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_copies_at_once()
    {
        await _sandbox.Orders["INV-1"].PayAsync(Cancellation);
        var notification = Assert.Single(_sandbox.Notifications);

        var copies = await notification.DuplicateAsync(3, Cancellation);

        Assert.All(copies, copy => Assert.True(copy.IsAcknowledged));
        Assert.Equal(4, _inbox.Received.Count);
        Assert.Single(_inbox.Received.Select(one => one.Headers["Request-Id"]).Distinct());
        Assert.Equal(4, notification.Attempts.Count);
    }

    [Fact]
    public async Task Delivers_in_another_order_than_it_happened()
    {
        var order = _sandbox.Orders["INV-1"];
        _sandbox.Notifications.IsHolding = true;
        await order.DeclineAsync(Cancellation);
        await order.PayAsync(Cancellation);
        var arrivedMeanwhile = _inbox.Received.Count;
        var held = _sandbox.Notifications.Held.Count;

        var deliveries = await _sandbox.Notifications.ReleaseAsync(
            all => all.Reverse(),
            Cancellation
        );

        Assert.Equal((0, 2), (arrivedMeanwhile, held));
        Assert.Equal(["SUCCESS", "FAILED"], _inbox.Told);
        Assert.All(deliveries, one => Assert.True(one.IsAcknowledged));
        Assert.Empty(_sandbox.Notifications.Held);
    }

    [Fact]
    public async Task Counts_the_retries_of_a_held_notification_from_its_release()
    {
        _inbox.Status = 500;
        _sandbox.Notifications.IsHolding = true;
        await _sandbox.Orders["INV-1"].PayAsync(Cancellation);
        await _sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(1), Cancellation);

        await _sandbox.Notifications.ReleaseAsync(cancellationToken: Cancellation);

        var notification = Assert.Single(_sandbox.Notifications);
        Assert.Equal(
            notification.Attempts[^1].At + TimeSpan.FromMinutes(30),
            notification.NextAttemptAt
        );
    }

    [Fact]
    public async Task A_resend_that_is_acknowledged_ends_the_retries()
    {
        _inbox.Status = 500;
        await _sandbox.Orders["INV-1"].PayAsync(Cancellation);
        var notification = Assert.Single(_sandbox.Notifications);
        _inbox.Status = 200;

        await notification.ResendAsync(Cancellation);
        await _sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancellation);

        Assert.Equal(2, _inbox.Received.Count);
    }

    [Fact]
    public async Task Hands_notifications_to_a_handler_without_a_socket()
    {
        var handler = new CountingHandler();
        _sandbox.Merchants["merchant"].NotificationUrl = new Uri("http://localhost/hook");
        _sandbox.Merchants["merchant"].NotificationHandler = handler;

        var delivery = await _sandbox.Orders["INV-1"].PayAsync(Cancellation);

        Assert.True(delivery.IsAcknowledged);
        Assert.Equal(["/hook"], handler.Paths);
        Assert.Empty(_inbox.Received);
    }

    [Fact]
    public async Task Expires_and_refunds_by_hand_and_tells_of_it()
    {
        await _shop.PlaceAsync(Bodies.Valid("INV-2"), "R-2");
        var paid = _sandbox.Orders["INV-1"];
        await paid.PayAsync(Cancellation);

        await paid.RefundAsync(Cancellation);
        await _sandbox.Orders["INV-2"].ExpireAsync(Cancellation);

        Assert.Equal(["SUCCESS", "REFUNDED", "EXPIRED"], _inbox.Told);
        Assert.Equal(SandboxOrderStatus.Refunded, paid.Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => paid.RefundAsync(Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _sandbox.Orders["INV-2"].PayAsync(Cancellation)
        );
        var status = await _shop.StatusAsync("INV-1");
        Assert.Equal("REFUNDED", (string?)status.Json["transaction"]!["status"]);
    }

    private sealed class CountingHandler : HttpMessageHandler
    {
        public List<string> Paths { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Paths.Add(request.RequestUri!.AbsolutePath);
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
