using System.Collections.Concurrent;
using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stands_still_where_it_was_stopped_and_moves_by_hand_alone()
    {
        await using var sandbox = await StartAsync();

        var before = sandbox.Clock.GetUtcNow();
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(12), Cancellation);

        Assert.Equal(Start, before);
        Assert.Equal(Start.AddHours(12), sandbox.Clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(12), sandbox.Clock.Offset);
    }

    [Fact]
    public async Task Runs_with_real_time_by_default_and_can_be_put_forward_too()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        var earliest = TimeProvider.System.GetUtcNow().AddDays(1);

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancellation);

        var now = sandbox.Clock.GetUtcNow();
        Assert.InRange(now, earliest, TimeProvider.System.GetUtcNow().AddDays(1));
    }

    [Fact]
    public async Task Expires_an_order_on_the_way_at_its_own_time_and_tells_the_merchant()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(59), Cancellation);
        var waiting = sandbox.Orders["INV-1"].Status;
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(5), Cancellation);

        Assert.Equal(SandboxOrderStatus.Pending, waiting);
        Assert.Equal(SandboxOrderStatus.Expired, sandbox.Orders["INV-1"].Status);
        Assert.Equal(["EXPIRED"], inbox.Told);
        Assert.Equal(["2026-11-22T02:00:00Z"], inbox.Times);
        var last = sandbox
            .Orders["INV-1"]
            .Events.Single(one => one.Kind == SandboxOrderEventKind.Expired);
        Assert.Equal((Start.AddHours(1), SandboxOrderCause.Clock), (last.At, last.Cause));
    }

    [Fact]
    public async Task Expires_an_order_and_tells_nobody_where_that_is_switched_off()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox, options => options.NotifyExpiry = false);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(5), Cancellation);

        Assert.Equal(SandboxOrderStatus.Expired, sandbox.Orders["INV-1"].Status);
        Assert.Empty(inbox.Received);
    }

    [Fact]
    public async Task Leaves_a_paid_order_paid()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancellation);

        Assert.Equal(SandboxOrderStatus.Success, sandbox.Orders["INV-1"].Status);
        Assert.Equal(["SUCCESS"], inbox.Told);
    }

    [Fact]
    public async Task Tries_a_refused_notification_again_after_30_minutes_6_hours_and_12_hours_from_the_first()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        inbox.Status = 500;
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(3), Cancellation);

        Assert.Equal(
            [
                "2026-11-22T01:00:00Z",
                "2026-11-22T01:30:00Z",
                "2026-11-22T07:00:00Z",
                "2026-11-22T13:00:00Z",
            ],
            inbox.Times
        );
        Assert.Single(inbox.Received.Select(one => one.Headers["Request-Id"]).Distinct());
        var notification = Assert.Single(sandbox.Notifications);
        Assert.Equal(4, notification.Attempts.Count);
        Assert.Null(notification.NextAttemptAt);
        Assert.False(notification.IsAcknowledged);
    }

    [Fact]
    public async Task Stops_trying_once_the_merchant_acknowledged()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        inbox.Status = 503;
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        var notification = Assert.Single(sandbox.Notifications);
        var due = notification.NextAttemptAt;

        inbox.Status = 200;
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1), Cancellation);

        Assert.Equal(Start.AddMinutes(30), due);
        Assert.Equal(2, inbox.Received.Count);
        Assert.True(notification.IsAcknowledged);
        Assert.Null(notification.NextAttemptAt);
    }

    [Fact]
    public async Task Does_what_falls_due_in_order_of_time_across_orders()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        inbox.Status = 500;
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync(Expiring("INV-1", 90), "R-1");
        await shop.PlaceAsync(Expiring("INV-2", 20), "R-2");
        await sandbox.Orders["INV-1"].DeclineAsync(Cancellation);

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(100), Cancellation);

        Assert.Equal(["FAILED", "EXPIRED", "FAILED", "EXPIRED", "EXPIRED"], inbox.Told);
        Assert.Equal(
            [
                "2026-11-22T01:00:00Z",
                "2026-11-22T01:20:00Z",
                "2026-11-22T01:30:00Z",
                "2026-11-22T01:50:00Z",
                "2026-11-22T02:30:00Z",
            ],
            inbox.Times
        );
    }

    [Fact]
    public async Task Wakes_those_who_wait_by_the_same_clock()
    {
        await using var sandbox = await StartAsync();
        var rang = new ConcurrentQueue<DateTimeOffset>();
        await using var timer = sandbox.Clock.CreateTimer(
            _ => rang.Enqueue(sandbox.Clock.GetUtcNow()),
            null,
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(2)
        );
        var delay = Task.Delay(TimeSpan.FromMinutes(4), sandbox.Clock, Cancellation);
        var started = sandbox.Clock.GetTimestamp();

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(5), Cancellation);
        await delay;

        Assert.Equal([Start.AddMinutes(1), Start.AddMinutes(3), Start.AddMinutes(5)], rang);
        Assert.Equal(TimeSpan.FromMinutes(5), sandbox.Clock.GetElapsedTime(started));
    }

    [Fact]
    public async Task A_request_that_was_signed_before_the_clock_moved_is_stale()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        var request = shop.Post(Bodies.Valid());

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(6), Cancellation);
        var answer = await shop.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task Does_not_go_back()
    {
        await using var sandbox = await StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            sandbox.Clock.AdvanceAsync(TimeSpan.FromTicks(-1), Cancellation)
        );
    }

    private static byte[] Expiring(string invoice, int minutes) =>
        Bodies.With(body =>
        {
            body["order"]!["invoice_number"] = invoice;
            body["peer_to_peer_info"]!["expired_time"] = minutes;
        });

    private static Task<DokuSandbox> StartAsync(
        NotificationInbox? inbox = null,
        Action<DokuSandboxOptions>? configure = null
    ) =>
        DokuSandbox.StartAsync(
            options =>
            {
                options.StoppedAt = Start;
                options.NotificationUrl = inbox?.Url();
                configure?.Invoke(options);
            },
            Cancellation
        );
}
