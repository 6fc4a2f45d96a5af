using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Work;

public sealed class InboxModeTests : IAsyncLifetime
{
    private static readonly Notification Good = new();
    private readonly SqliteFile _database = new();

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task A_notification_is_acknowledged_when_it_is_stored_and_worked_on_at_once()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        shop.Shop.Work = _ =>
        {
            begun.SetResult();
            return goOn.Task;
        };

        // The handler hasn't finished when this is answered, and the clock stands still: nothing was polled.
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await begun.Task;
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        goOn.SetResult();
        await shop.UntilDoneAsync();

        var handled = Assert.Single(shop.Shop.Handled);
        Assert.Equal(
            ("INV-1", "notification-1", "default"),
            (handled.Value.Id, handled.RequestId, handled.KeyId)
        );
        Assert.Equal((Shop.Start, Shop.Start), (handled.Timestamp, handled.ReceivedAt));
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilDoneAsync();
        Assert.Single(shop.Shop.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handler_that_fails_three_times_is_called_a_fourth()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var attempts = new List<int>();
        shop.Shop.ScopedWork = (scope, _) =>
        {
            attempts.Add(scope.Attempt);
            return scope.Attempt <= 3
                ? throw new InvalidOperationException("database down")
                : Task.CompletedTask;
        };
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilDoneAsync();
        Assert.Equal([1, 2, 3, 4], attempts);
    }

    [Fact(Timeout = 60_000)]
    public async Task After_the_last_attempt_a_notification_is_dead_until_it_is_replayed()
    {
        await using var shop = await InboxShop.OpenAsync(
            _database,
            ledger => ledger.MaxAttempts = 2
        );
        shop.Shop.Work = _ => throw new InvalidOperationException("canary");
        await shop.Shop.SendAsync(Good);
        await shop.UntilAsync(counts => counts.Dead == 1);
        var dead = Assert.Single(
            await shop.Inbox.ListDeadAsync(10, null, TestContext.Current.CancellationToken)
        );
        Assert.Equal(("System.InvalidOperationException", 2), (dead.Failure, dead.Attempts));
        Assert.Equal(2, shop.Shop.Handled.Count);

        shop.Shop.Work = _ => Task.CompletedTask;
        await shop.Inbox.ReplayAsync(dead.Notification.Key, TestContext.Current.CancellationToken);
        await shop.UntilDoneAsync();
        Assert.Equal(3, shop.Shop.Handled.Count);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("not JSON", "unreadable: malformed")]
    [InlineData("{}", "unreadable: required")]
    [InlineData("", "unreadable: malformed")]
    public async Task Verified_bytes_that_dont_fit_the_contract_are_kept_as_dead(
        string body,
        string failure
    )
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var answer = await shop.Shop.SendAsync(Good with { Body = body });
        Assert.Equal(200, answer.Status);
        var dead = Assert.Single(
            await shop.Inbox.ListDeadAsync(10, null, TestContext.Current.CancellationToken)
        );
        Assert.Equal((failure, 0), (dead.Failure, dead.Attempts));
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(dead.Notification.Body.Span));
        // Replayed under the same contract they are dead again, and no handler sees them.
        await shop.Inbox.ReplayAsync(dead.Notification.Key, TestContext.Current.CancellationToken);
        await shop.UntilAsync(counts => counts.Dead == 1);
        Assert.Empty(shop.Shop.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_refused_notification_is_not_stored()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        Assert.Equal(401, (await shop.Shop.SendAsync(Good with { Secret = "other" })).Status);
        Assert.Equal(default, await shop.Inbox.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60_000)]
    public async Task While_the_database_is_down_DOKU_is_asked_to_come_again()
    {
        await using var shop = await InboxShop.OpenAsync(_database, isDown: true);
        var answer = await shop.Shop.SendAsync(Good);
        Assert.Equal(503, answer.Status);
        Assert.Empty(answer.Body);
        shop.Source.IsDown = false;
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilDoneAsync();
        Assert.Single(shop.Shop.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_worker_outlives_a_database_that_was_down()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var goOn = new TaskCompletionSource();
        shop.Shop.Work = _ => goOn.Task;
        await shop.Shop.SendAsync(Good);
        await shop.UntilAsync(counts => counts.Working == 1);
        shop.Source.IsDown = true;
        goOn.SetResult();
        while (shop.Shop.Log.Lines.All(line => line.Event.Id != 2018))
        {
            shop.Shop.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        shop.Source.IsDown = false;
        shop.Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.UntilDoneAsync();
        // Its completion was lost with the database, so it was worked on again: at least once, outside a transaction.
        Assert.Equal(2, shop.Shop.Handled.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_stored_before_a_restart_is_worked_on_after_it()
    {
        await using (var shop = await InboxShop.OpenAsync(_database))
        {
            shop.Shop.Work = token => Task.Delay(Timeout.Infinite, token);
            await shop.Shop.SendAsync(Good);
            await shop.UntilAsync(counts => counts.Working == 1);
            var stopping = shop.Shop.StopAsync();
            // Handlers may finish for a while, and are told to stop then.
            while (!stopping.IsCompleted)
            {
                shop.Shop.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await stopping;
        }

        // It was given back at the stop: no lease has to end first.
        await using var again = await InboxShop.OpenAsync(_database);
        var begun = new TaskCompletionSource<int>();
        again.Shop.ScopedWork = (scope, _) =>
        {
            begun.TrySetResult(scope.Attempt);
            return Task.CompletedTask;
        };
        await again.UntilDoneAsync();
        Assert.Equal(1, await begun.Task);
        Assert.Single(again.Shop.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_program_that_stops_lets_its_handlers_finish()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var begun = new TaskCompletionSource<CancellationToken>();
        var goOn = new TaskCompletionSource();
        shop.Shop.Work = token =>
        {
            begun.SetResult(token);
            return goOn.Task;
        };
        await shop.Shop.SendAsync(Good);
        var token = await begun.Task;
        var stopping = shop.Shop.StopAsync();
        Assert.False(token.IsCancellationRequested);
        goOn.SetResult();
        await stopping;
        Assert.False(token.IsCancellationRequested);
        Assert.Equal(default, await shop.Inbox.CountAsync(TestContext.Current.CancellationToken));
    }
}
