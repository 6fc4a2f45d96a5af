using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Work;

/// <summary>What a lease keeps together while a handler works.</summary>
public sealed class LeaseTests : IAsyncLifetime
{
    private static readonly Notification Good = new();
    private readonly SqliteFile _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task A_handler_that_takes_longer_than_the_lease_keeps_the_notification()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        shop.Shop.Work = _ =>
        {
            begun.TrySetResult();
            return goOn.Task;
        };
        await shop.Shop.SendAsync(Good);
        await begun.Task;
        var renewals = await RenewalsAsync(shop, minutes: 20);
        Assert.True(renewals >= 5, $"renewed {renewals} times");
        Assert.Null(await shop.Inbox.TakeAsync([Notification.Path], Cancel));
        goOn.SetResult();
        await shop.UntilDoneAsync();
        Assert.Single(shop.Shop.Handled);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handler_that_blocks_its_thread_keeps_the_notification()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var goOn = new ManualResetEventSlim();
        shop.Shop.Work = _ =>
        {
            begun.TrySetResult();
            goOn.Wait(Cancel);
            return Task.CompletedTask;
        };
        try
        {
            await shop.Shop.SendAsync(Good);
            await begun.Task;
            await RenewalsAsync(shop, minutes: 20);
        }
        finally
        {
            goOn.Set();
        }

        await shop.UntilDoneAsync();
        Assert.Single(shop.Shop.Handled);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_is_cancelled_when_its_lease_ends_though_the_database_cant_be_reached(
        bool hasTransaction
    )
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource<DateTimeOffset>();
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            await using var _ = token.Register(() => end.TrySetResult(shop.Shop.Clock.GetUtcNow()));
            if (hasTransaction)
            {
                await scope.BeginTransactionAsync(token);
            }

            shop.Source.IsDown = true;
            begun.TrySetResult();
            await end.Task.WaitAsync(Cancel);
            shop.Source.IsDown = false;
            token.ThrowIfCancellationRequested();
        };
        await shop.Shop.SendAsync(Good);
        await begun.Task;
        for (var passed = 0; passed < 360 && !end.Task.IsCompleted; passed += 10)
        {
            shop.Shop.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5, Cancel);
        }

        var isCancelled = end.Task.IsCompleted;
        end.TrySetResult(default);
        shop.Shop.ScopedWork = null;
        await shop.UntilDoneAsync();
        Assert.True(isCancelled);
        Assert.Equal(Shop.Start.AddMinutes(5), await end.Task);
        Assert.Contains(shop.Shop.Log.Lines, line => line.Event.Id == 2011);
        Assert.Equal(2, shop.Shop.Handled.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_handler_whose_lease_was_lost_is_cancelled_and_completes_nothing()
    {
        await using var shop = await InboxShop.OpenAsync(
            _database,
            ledger => ledger.Concurrency = 1
        );
        var begun = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        shop.Shop.Work = async token =>
        {
            begun.TrySetResult();
            await using var _ = token.Register(() => cancelled.TrySetResult());
            await cancelled.Task;
        };
        await shop.Shop.SendAsync(Good);
        await begun.Task;
        await RunAsync(
            "UPDATE doku_notifications SET fence = fence + 1, moment = moment + 86400000"
        );
        while (!cancelled.Task.IsCompleted)
        {
            shop.Shop.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5, Cancel);
        }

        while (shop.Shop.Log.Lines.All(line => line.Event.Id != 2011))
        {
            await Task.Delay(5, Cancel);
        }

        // It is the other process's, and still being worked on there.
        Assert.Equal(1, (await shop.Inbox.CountAsync(Cancel)).Working);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_effect_in_the_scopes_transaction_happens_once_though_the_handler_failed_after_it()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        await RunAsync("CREATE TABLE shipped (id text)");
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            var transaction = await scope.BeginTransactionAsync(token);
            Assert.Same(transaction, await scope.BeginTransactionAsync(token));
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO shipped VALUES ('INV-1')";
            await command.ExecuteNonQueryAsync(token);
            if (scope.Attempt < 3)
            {
                throw new InvalidOperationException("after the effect");
            }
        };
        await shop.Shop.SendAsync(Good);
        await shop.UntilDoneAsync();
        Assert.Equal(3, shop.Shop.Handled.Count);
        Assert.Equal(1L, await AskAsync("SELECT count(*) FROM shipped"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_progress_in_the_scopes_transaction_counts_with_the_completion()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            var advance = await shop.Orders.AdvanceAsync(
                await scope.BeginTransactionAsync(token),
                scope.Key.ClientId,
                "INV-1",
                Common.PaylaterStatus.Success,
                token
            );
            // Had the first attempt's report counted, this one would change nothing.
            Assert.True(advance.IsNowPaid);
            if (scope.Attempt == 1)
            {
                throw new InvalidOperationException("after the report");
            }
        };
        await shop.Shop.SendAsync(Good);
        await shop.UntilDoneAsync();
        Assert.Equal(2, shop.Shop.Handled.Count);
        Assert.True((await shop.Orders.FindAsync(Shop.ClientId, "INV-1", Cancel))!.Value.IsPaid);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_transaction_after_a_lost_lease_counts_for_nothing_and_after_the_handler_is_refused()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        await RunAsync("CREATE TABLE shipped (id text)");
        NotificationScope? kept = null;
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            kept = scope;
            if (scope.Attempt == 1)
            {
                await RunAsync("UPDATE doku_notifications SET fence = fence + 1");
            }

            var transaction = await scope.BeginTransactionAsync(token);
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO shipped VALUES ('INV-1')";
            await command.ExecuteNonQueryAsync(token);
        };
        await shop.Shop.SendAsync(Good);
        while (shop.Shop.Log.Lines.All(line => line.Event.Id != 2011))
        {
            await Task.Delay(5, Cancel);
        }

        Assert.Equal(0L, await AskAsync("SELECT count(*) FROM shipped"));
        shop.Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.UntilDoneAsync();
        Assert.Equal(1L, await AskAsync("SELECT count(*) FROM shipped"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await kept!.BeginTransactionAsync(Cancel)
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_ledger_without_a_database_says_that_it_has_no_transactions()
    {
        await using var shop = await Shop.OpenAsync();
        Exception? refused = null;
        shop.ScopedWork = async (scope, token) =>
            refused = await Record.ExceptionAsync(async () =>
                await scope.BeginTransactionAsync(token)
            );
        Assert.Equal(200, (await shop.SendAsync(Good)).Status);
        Assert.Contains(
            "AddNotificationLedger",
            Assert.IsType<InvalidOperationException>(refused).Message,
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_notification_of_which_processes_die_is_dead_in_the_end()
    {
        await using var shop = await InboxShop.OpenAsync(
            _database,
            ledger => ledger.MaxAttempts = 2
        );
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        shop.Shop.Work = _ =>
        {
            begun.TrySetResult();
            return goOn.Task;
        };
        await shop.Shop.SendAsync(Good);
        await begun.Task;
        // As if the process had died in its last attempt: nobody notes how it ended.
        await RunAsync("UPDATE doku_notifications SET attempts = 2, fence = fence + 1, moment = 0");
        await shop.UntilAsync(counts => counts.Dead == 1);
        goOn.SetResult();
        var dead = Assert.Single(await shop.Inbox.ListDeadAsync(10, null, Cancel));
        Assert.Equal("attempts used up", dead.Failure);
        Assert.Single(shop.Shop.Handled);
    }

    /// <summary>How often the row's lease end moved while the shop's clock ran.</summary>
    private async Task<int> RenewalsAsync(InboxShop shop, int minutes)
    {
        var ends = new HashSet<object?>();
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(minutes); )
        {
            var before = await AskAsync("SELECT moment FROM doku_notifications");
            // To the renewal at a third of the lease, and a little on.
            shop.Shop.Clock.Advance(TimeSpan.FromSeconds(101));
            passed += TimeSpan.FromSeconds(101);
            while (before!.Equals(await AskAsync("SELECT moment FROM doku_notifications")))
            {
                // The timer may have been set only after the clock was moved.
                shop.Shop.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(5, Cancel);
            }

            ends.Add(before);
        }

        return ends.Count;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = _database.NewSource().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var command = _database.NewSource().CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
