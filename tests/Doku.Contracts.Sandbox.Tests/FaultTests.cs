using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class FaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SandboxFault.DropBeforeCommit, false)]
    [InlineData(SandboxFault.DropAfterCommit, true)]
    [InlineData(SandboxFault.ConnectionReset, true)]
    [InlineData(SandboxFault.TruncatedBody, true)]
    public async Task Loses_the_answer_and_commits_or_not(SandboxFault fault, bool commits)
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(fault);

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.OrderAsync(Bodies.Valid()));
        var again = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(commits ? HttpStatusCode.Conflict : HttpStatusCode.OK, again.Status);
        Assert.Equal([fault, null], sandbox.Exchanges.Select(one => one.Fault));
        Assert.Equal(commits ? 200 : 0, sandbox.Exchanges[0].Status);
    }

    [Fact]
    public async Task Answers_without_a_signature()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.UnsignedAnswer);

        var answer = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("Signature", answer.Headers.Keys);
        Assert.Single(sandbox.Orders);
    }

    [Fact]
    public async Task Signs_with_another_key()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.WronglySignedAnswer);

        var answer = await shop.OrderAsync(Bodies.Valid());

        Assert.StartsWith("HMACSHA256=", answer.Headers["Signature"], StringComparison.Ordinal);
        Assert.False(answer.IsSignedFor(sandbox, "R-1", Shop.GenerateOrder));
    }

    [Fact]
    public async Task Answers_a_burst_of_server_errors_and_does_nothing()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.ServerError, times: 3);

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            statuses.Add((int)(await shop.OrderAsync(Bodies.Valid())).Status);
        }

        Assert.Equal([500, 500, 500, 200], statuses);
    }

    [Fact]
    public async Task Asks_for_patience()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.TooManyRequests);

        var answer = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("1", answer.Headers["Retry-After"]);
        Assert.Empty(sandbox.Orders);
    }

    [Fact]
    public async Task A_gateway_hides_an_order_behind_a_page()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.GatewayPage);

        var answer = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.BadGateway, answer.Status);
        Assert.Equal("text/html", answer.Headers["Content-Type"]);
        Assert.StartsWith("<html>", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Signature", answer.Headers.Keys);
        Assert.Single(sandbox.Orders);
    }

    [Fact]
    public async Task A_server_whose_clock_is_off_refuses_the_time_stamp()
    {
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.StoppedAt = DateTimeOffset.UnixEpoch,
            Cancellation
        );
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.ClockSkew);

        var refused = await shop.OrderAsync(Bodies.Valid());
        var accepted = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        var stamp = sandbox.Exchanges[0].Signature!.Components[2];
        Assert.Equal(SignatureComponentState.Wrong, stamp.State);
        Assert.StartsWith("3600 s behind", stamp.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_headers_come_when_the_clock_says_so()
    {
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.StoppedAt = DateTimeOffset.UnixEpoch,
            Cancellation
        );
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.SlowHeaders);

        var waiting = shop.OrderAsync(Bodies.Valid());
        await AnsweredAsync(sandbox);
        var doneBefore = waiting.IsCompleted;
        // The answer is put on the clock right after it is recorded; asking again needs no sleeping.
        while (!waiting.IsCompleted)
        {
            await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(30), Cancellation);
            await Task.Yield();
        }

        Assert.False(doneBefore);
        Assert.Equal(HttpStatusCode.OK, (await waiting).Status);
    }

    [Fact]
    public async Task Ends_at_once_while_an_answer_is_late()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Delay = TimeSpan.FromHours(1);
        sandbox.Faults.Next(SandboxFault.SlowHeaders);
        var waiting = shop.OrderAsync(Bodies.Valid());
        await AnsweredAsync(sandbox);

        await sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
    }

    [Fact]
    public async Task Befalls_the_calls_that_are_meant()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(
            SandboxFault.ServerError,
            where: target =>
                target is { InvoiceNumber: "INV-2", Operation: "Kredivo.GenerateOrder", Ordinal: 1 }
        );

        var one = await shop.OrderAsync(Bodies.Valid("INV-1"), "R-1");
        var two = await shop.OrderAsync(Bodies.Valid("INV-2"), "R-2");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.InternalServerError),
            (one.Status, two.Status)
        );
    }

    [Fact]
    public async Task Clearing_ends_what_was_scripted_and_seeded()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox);
        sandbox.Faults.Next(SandboxFault.ServerError, times: 5);
        sandbox.Faults.Seeded(1, 1, SandboxFault.ServerError);

        sandbox.Faults.Clear();

        Assert.Equal(HttpStatusCode.OK, (await shop.OrderAsync(Bodies.Valid())).Status);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task Refuses_a_probability_that_is_none(double probability)
    {
        await using var sandbox = await StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.Faults.Seeded(1, probability));
    }

    [Fact]
    public async Task A_lost_notification_is_tried_again_on_schedule()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        sandbox.Faults.Next(SandboxFault.LostNotification);

        var delivery = await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        var arrived = inbox.Received.Count;
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(30), Cancellation);

        Assert.Equal(NotificationOutcome.Lost, delivery.Outcome);
        Assert.Equal(SandboxFault.LostNotification, delivery.Fault);
        Assert.Equal(0, arrived);
        Assert.Equal(["SUCCESS"], inbox.Told);
    }

    [Fact]
    public async Task A_notification_comes_twice()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        sandbox.Faults.Next(SandboxFault.DuplicatedNotification);

        await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Equal(["SUCCESS", "SUCCESS"], inbox.Told);
    }

    [Fact]
    public async Task A_late_notification_leaves_when_the_clock_says_so()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        var order = sandbox.Orders["INV-1"];
        sandbox.Faults.Next(SandboxFault.LateNotification);

        var late = await order.DeclineAsync(Cancellation);
        await order.PayAsync(Cancellation);
        await sandbox.Clock.AdvanceAsync(sandbox.Faults.Delay, Cancellation);

        Assert.Equal(NotificationOutcome.Late, late.Outcome);
        Assert.Equal(["SUCCESS", "FAILED"], inbox.Told);
    }

    private static async Task AnsweredAsync(DokuSandbox sandbox)
    {
        await foreach (var one in sandbox.Events.ReadAsync(0, Cancellation))
        {
            if (one.Kind == SandboxEventKind.Answered)
            {
                return;
            }
        }
    }

    private static Task<DokuSandbox> StartAsync(NotificationInbox? inbox = null) =>
        DokuSandbox.StartAsync(options => options.NotificationUrl = inbox?.Url(), Cancellation);
}
