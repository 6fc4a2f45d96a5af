using System.Collections.Concurrent;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.AspNetCore.Tests.Work;

public sealed class SqliteOneOrderTests() : OneOrderContract(new SqliteFile());

public sealed class PostgresOneOrderTests(PostgresServer server)
    : OneOrderContract(new PostgresSchema(server));

/// <summary>What a handler sees of the notifications of one order.</summary>
public abstract class OneOrderContract(TestDatabase database) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => database.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return database.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task The_handler_works_on_one_after_the_other_without_waiting_for_the_poll()
    {
        var isOpen = new TaskCompletionSource();
        var begun = new ConcurrentQueue<string>();
        var (busy, overlaps) = (0, 0);
        await using var shop = await InboxShop.OpenAsync(
            database,
            configure: options => options.OrderPointer = "/id"
        );
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            overlaps += Interlocked.Increment(ref busy) == 1 ? 0 : 1;
            begun.Enqueue(scope.Key.BodyHash);
            await isOpen.Task.WaitAsync(token);
            if (begun.Count == 2)
            {
                await scope.BeginTransactionAsync(token);
            }

            await Task.Yield();
            Interlocked.Decrement(ref busy);
            if (begun.Count == 4)
            {
                throw new DeadLetterException("the fourth");
            }
        };
        List<string> sent = [];
        for (var i = 0; i < 6; i++)
        {
            var notification = new Notification
            {
                RequestId = $"n-{i}",
                // The first is taken before the others come; these come against their time.
                Stamp = i == 0 ? "2026-11-22T01:58:30Z" : $"2026-11-22T01:58:2{9 - i}Z",
                Body = $$"""{"id":"INV-1","n":{{i}}}""",
            };
            Assert.Equal(200, (await shop.Shop.SendAsync(notification)).Status);
            sent.Add(Hash(notification));
            if (i == 0)
            {
                await shop.UntilAsync(counts => counts.Working == 1);
            }
        }

        isOpen.SetResult();
        // The clock stands still: no poll helps.
        while (begun.Count < 6)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await shop.UntilAsync(counts => counts is { Waiting: 0, Working: 0, Dead: 1 });
        Assert.Equal(0, overlaps);
        Assert.Equal([sent[0], .. sent.Skip(1).Reverse()], begun);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_a_pointer_the_handler_works_on_them_at_once()
    {
        var all = new TaskCompletionSource();
        var busy = 0;
        await using var shop = await InboxShop.OpenAsync(
            database,
            configure: options => options.OrderPointer = null
        );
        shop.Shop.Work = token =>
        {
            if (Interlocked.Increment(ref busy) == 4)
            {
                all.SetResult();
            }

            return all.Task.WaitAsync(token);
        };
        for (var i = 0; i < 4; i++)
        {
            await shop.Shop.SendAsync(new Notification { Body = $$"""{"id":"INV-1","n":{{i}}}""" });
        }

        await shop.UntilDoneAsync();
    }

    private static string Hash(Notification notification) =>
        NotificationKey
            .Of(Shop.ClientId, "", System.Text.Encoding.UTF8.GetBytes(notification.Body))
            .BodyHash;
}
