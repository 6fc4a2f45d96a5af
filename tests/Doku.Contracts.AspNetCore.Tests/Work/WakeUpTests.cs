using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Tests.Shared;
using Npgsql;

namespace Doku.Contracts.AspNetCore.Tests.Work;

/// <summary>What one process stores and has no place for is begun by another, long before its poll.</summary>
public sealed class WakeUpTests(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task In_SQLite_another_process_sees_it_by_the_change_counter()
    {
        await using var file = new SqliteFile();
        await AssertOtherWorksAsync(
            file,
            _ => { },
            (_, other) => other.Shop.Clock.Advance(TimeSpan.FromMilliseconds(25))
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task In_PostgreSQL_another_process_is_notified()
    {
        await using var database = new PostgresSchema(server);
        await database.InitializeAsync();
        await AssertOtherWorksAsync(
            database,
            options => options.Listen = (wake, stopping) => ListenAsync(database, wake, stopping),
            // The other's clock stands still: no poll helps.
            (busy, _) => busy.Shop.Clock.Advance(TimeSpan.FromMilliseconds(10))
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task Listening_that_fails_or_ends_begins_again_and_is_logged()
    {
        await using var file = new SqliteFile();
        var calls = 0;
        await using var shop = await InboxShop.OpenAsync(
            file,
            options =>
                options.Listen = (_, stopping) =>
                    Interlocked.Increment(ref calls) switch
                    {
                        1 => throw new InvalidOperationException("no connection"),
                        2 => Task.CompletedTask,
                        _ => Task.Delay(Timeout.Infinite, stopping),
                    }
        );
        while (Volatile.Read(ref calls) < 3)
        {
            shop.Shop.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Cancel);
        }

        Assert.Single(shop.Shop.Log.Lines, line => line.Event.Id == 2023);
    }

    private static async Task AssertOtherWorksAsync(
        TestDatabase database,
        Action<NotificationLedgerOptions> configure,
        Action<InboxShop, InboxShop> wait
    )
    {
        await using var busy = await OpenAsync();
        await using var other = await OpenAsync();
        busy.Shop.Work = token => Task.Delay(Timeout.Infinite, token);
        other.Shop.Work = _ => Task.CompletedTask;
        await busy.Shop.SendAsync(new Notification { Body = """{"id":"INV-1"}""" });
        while (busy.Shop.Handled.Count + other.Shop.Handled.Count == 0)
        {
            await Task.Delay(5, Cancel);
        }

        // The first may have been either's; each of the next is the other's, since the first never ends where it is busy.
        for (var i = 2; i < 6; i++)
        {
            await busy.Shop.SendAsync(new Notification { Body = $$"""{"id":"INV-{{i}}"}""" });
        }

        while (other.Shop.Handled.Count < 4)
        {
            wait(busy, other);
            await Task.Delay(5, Cancel);
        }

        var stopping = busy.Shop.StopAsync();
        while (!stopping.IsCompleted)
        {
            busy.Shop.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Cancel);
        }

        await stopping;

        Task<InboxShop> OpenAsync() =>
            InboxShop.OpenAsync(
                database,
                options =>
                {
                    options.Concurrency = 1;
                    options.PollInterval = TimeSpan.FromHours(1);
                    configure(options);
                }
            );
    }

    private static async Task ListenAsync(
        TestDatabase database,
        Action wake,
        CancellationToken stopping
    )
    {
        await using var connection = (NpgsqlConnection)
            await database.NewSource().OpenConnectionAsync(stopping);
        connection.Notification += (_, _) => wake();
        await using var listen = new NpgsqlCommand("LISTEN doku_notifications", connection);
        await listen.ExecuteNonQueryAsync(stopping);
        while (true)
        {
            await connection.WaitAsync(stopping);
        }
    }
}
