using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class EventTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_the_whole_story_in_order_and_numbered()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync(inbox);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        sandbox.Faults.Next(SandboxFault.ServerError);
        await shop.StatusAsync("INV-1");
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1), Cancellation);

        var events = sandbox.Events.After(0);

        Assert.Equal(
            [
                SandboxEventKind.RequestReceived,
                SandboxEventKind.OrderChanged,
                SandboxEventKind.Answered,
                SandboxEventKind.RequestReceived,
                SandboxEventKind.FaultInjected,
                SandboxEventKind.Answered,
                SandboxEventKind.OrderChanged,
                SandboxEventKind.NotificationAttempted,
                SandboxEventKind.ClockAdvanced,
            ],
            events.Select(one => one.Kind)
        );
        Assert.Equal(
            Enumerable.Range(1, events.Count).Select(number => (long)number),
            events.Select(one => one.Sequence)
        );
        Assert.Equal(events.Count, sandbox.Events.LatestSequence);
        Assert.Equal(200, events[2].Exchange!.Status);
        Assert.Equal("INV-1", events[5].InvoiceNumber);
        Assert.Equal(SandboxFault.ServerError, events[4].Fault);
        Assert.True(events[7].Delivery!.IsAcknowledged);
        Assert.Equal(TimeSpan.FromMinutes(1), events[8].Advanced);
    }

    [Fact]
    public async Task Streams_what_was_and_what_comes_until_the_end()
    {
        var sandbox = await StartAsync(null);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        var seen = new List<SandboxEventKind>();
        var first = new TaskCompletionSource();

        var reading = Task.Run(
            async () =>
            {
                await foreach (var one in sandbox.Events.ReadAsync(0, Cancellation))
                {
                    seen.Add(one.Kind);
                    first.TrySetResult();
                }
            },
            Cancellation
        );
        await first.Task;
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);
        await sandbox.DisposeAsync();
        await reading;

        Assert.Equal(SandboxEventKind.RequestReceived, seen[0]);
        Assert.Equal(SandboxEventKind.NotificationAttempted, seen[^1]);
    }

    [Fact]
    public async Task Forgets_the_oldest_first()
    {
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.EventCapacity = 2,
            Cancellation
        );
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();

        Assert.Equal([2, 3], sandbox.Events.After(0).Select(one => one.Sequence));
    }

    [Fact]
    public async Task An_exchange_tells_both_sides_and_why_it_was_refused()
    {
        await using var sandbox = await StartAsync(null);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        await shop.OrderAsync(Bodies.With(body => body["order"]!["amount"] = 1), "R-2");

        var accepted = sandbox.Exchanges[0];
        var refused = sandbox.Exchanges[1];

        Assert.Equal("Kredivo.GenerateOrder", accepted.Operation);
        Assert.Equal((sandbox.ClientId, "INV-1"), (accepted.ClientId, accepted.InvoiceNumber));
        Assert.Contains(accepted.AnswerHeaders, header => header.Key == "Signature");
        Assert.Contains(
            "PENDING",
            System.Text.Encoding.UTF8.GetString(accepted.AnswerBody.Span),
            StringComparison.Ordinal
        );
        Assert.Empty(accepted.Errors);
        Assert.Equal(["/order/amount: is not the sum of price times quantity"], refused.Errors);
        Assert.Equal([1, 2], sandbox.Exchanges.Select(one => one.Sequence));
    }

    private static Task<DokuSandbox> StartAsync(NotificationInbox? inbox) =>
        DokuSandbox.StartAsync(options => options.NotificationUrl = inbox?.Url(), Cancellation);
}
