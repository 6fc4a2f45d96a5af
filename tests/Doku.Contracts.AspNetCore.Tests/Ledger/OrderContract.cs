using System.Collections.Concurrent;
using System.Text;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

public sealed class SqliteOrderTests() : OrderContract(new SqliteFile());

public sealed class PostgresOrderTests(PostgresServer server)
    : OrderContract(new PostgresSchema(server));

/// <summary>The notifications of one order are worked on one after the other, as DOKU signed them.</summary>
public abstract class OrderContract(TestDatabase database) : LedgerTest(database)
{
    [Fact]
    public async Task Of_an_order_the_one_that_was_signed_first_is_taken_and_then_the_next()
    {
        var inbox = OpenInbox();
        await StoreAsync(inbox, number: 1, order: "A", signedAt: 30);
        await StoreAsync(inbox, number: 2, order: "A", signedAt: 10);
        await StoreAsync(inbox, number: 3, order: "A", signedAt: 20);
        await StoreAsync(inbox, number: 4, order: "B", signedAt: 40);
        await StoreAsync(inbox, number: 5, order: null, signedAt: 50);
        await StoreAsync(inbox, number: 6, order: null, signedAt: 50);

        var first = await inbox.TakeAsync(Endpoint, 10, Token);
        Assert.Equal([2, 4, 5, 6], Numbers(first));
        Assert.Equal("A", first.Single(taken => Number(taken) == 2).Notification.OrderKey);
        Assert.Empty(await inbox.TakeAsync(Endpoint, 10, Token));
        await CompleteAsync(inbox, first.Single(taken => Number(taken) == 2));
        var second = await inbox.TakeAsync(Endpoint, 10, Token);
        Assert.Equal([3], Numbers(second));
        await CompleteAsync(inbox, second[0]);
        Assert.Equal([1], Numbers(await inbox.TakeAsync(Endpoint, 10, Token)));
    }

    [Fact]
    public async Task No_more_are_taken_than_asked_for_those_first_that_are_due_longest()
    {
        var inbox = OpenInbox();
        for (var number = 1; number <= 5; number++)
        {
            await StoreAsync(inbox, number, order: $"{number}", signedAt: number);
        }

        Assert.Equal([1, 2, 3], Numbers(await inbox.TakeAsync(Endpoint, 3, Token)));
        Assert.Equal([4, 5], Numbers(await inbox.TakeAsync(Endpoint, 3, Token)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await inbox.TakeAsync(Endpoint, 0, Token)
        );
    }

    [Fact]
    public async Task One_that_waits_for_its_next_attempt_holds_up_its_order_and_a_dead_letter_doesnt()
    {
        var inbox = OpenInbox();
        await StoreAsync(inbox, number: 1, order: "A", signedAt: 1);
        await StoreAsync(inbox, number: 2, order: "A", signedAt: 2);
        var first = Assert.Single(await inbox.TakeAsync(Endpoint, 10, Token));
        await inbox.FailAsync(first.Lease, Clock.GetUtcNow().AddSeconds(10), "x", Token);
        Assert.Empty(await inbox.TakeAsync(Endpoint, 10, Token));
        Clock.Advance(TimeSpan.FromSeconds(10));
        var again = Assert.Single(await inbox.TakeAsync(Endpoint, 10, Token));
        Assert.Equal((1, 2), (Number(again), again.Lease.Attempt));
        await inbox.FailAsync(again.Lease, null, "x", Token);

        var second = Assert.Single(await inbox.TakeAsync(Endpoint, 10, Token));
        Assert.Equal(2, Number(second));
        // Replayed, it waits its turn again.
        Assert.True(await inbox.ReplayAsync(first.Lease.Key, Token));
        Assert.Empty(await inbox.TakeAsync(Endpoint, 10, Token));
        await CompleteAsync(inbox, second);
        Assert.Equal([1], Numbers(await inbox.TakeAsync(Endpoint, 10, Token)));
    }

    [Fact]
    public async Task When_a_lease_ends_the_order_goes_on_with_the_earliest()
    {
        var inbox = OpenInbox();
        await StoreAsync(inbox, number: 2, order: "A", signedAt: 2);
        Assert.Equal([2], Numbers(await inbox.TakeAsync(Endpoint, 10, Token)));
        await StoreAsync(inbox, number: 1, order: "A", signedAt: 1);
        await StoreAsync(inbox, number: 3, order: "A", signedAt: 3);
        Assert.Empty(await inbox.TakeAsync(Endpoint, 10, Token));
        Clock.Advance(LeaseTime);
        var first = Assert.Single(await inbox.TakeAsync(Endpoint, 10, Token));
        Assert.Equal(1, Number(first));
        await CompleteAsync(inbox, first);
        var second = Assert.Single(await inbox.TakeAsync(Endpoint, 10, Token));
        Assert.Equal((2, 2), (Number(second), second.Lease.Attempt));
    }

    [Fact]
    public async Task What_is_stored_under_an_inline_claim_has_its_order()
    {
        var inbox = OpenInbox();
        var claimed = Of(number: 1, order: "A", signedAt: 1);
        await inbox.TryBeginAsync(claimed.Key, Token);
        await inbox.StoreAsync(claimed, null, Token);
        await StoreAsync(inbox, number: 2, order: "A", signedAt: 2);
        Assert.Empty(await inbox.TakeAsync(Endpoint, 10, Token));
    }

    [Fact(Timeout = 120_000)]
    public async Task Several_processes_never_work_on_one_order_at_once()
    {
        const int orders = 5;
        const int each = 60;
        var inboxes = Enumerable.Range(0, 4).Select(_ => OpenInbox()).ToArray();
        var busy = new int[orders];
        var overlaps = 0;
        var done = new ConcurrentBag<int>();
        var storing = Task.WhenAll(
            inboxes.Select(
                (inbox, process) =>
                    Task.Run(
                        async () =>
                        {
                            // Against the time of signing, so that an earlier one comes while a later one is taken.
                            for (var i = each * orders / 4 - 1; i >= 0; i--)
                            {
                                var number = i * 4 + process;
                                var order = number % orders;
                                await StoreAsync(inbox, number, $"{order}", signedAt: number);
                            }
                        },
                        Token
                    )
            )
        );
        await Task.WhenAll(
            inboxes
                .Concat(inboxes)
                .Select(inbox => Task.Run(() => WorkAsync(inbox), Token))
                .Append(storing)
        );

        Assert.Equal(0, overlaps);
        Assert.Equal(orders * each, done.Distinct().Count());
        Assert.Equal(orders * each, done.Count);

        async Task WorkAsync(DatabaseNotificationInbox inbox)
        {
            while (done.Count < orders * each)
            {
                var taken = await inbox.TakeAsync(Endpoint, 3, Token);
                foreach (var one in taken)
                {
                    if (Interlocked.Increment(ref busy[Number(one) % orders]) != 1)
                    {
                        Interlocked.Increment(ref overlaps);
                    }
                }

                await Task.Yield();
                foreach (var one in taken)
                {
                    Interlocked.Decrement(ref busy[Number(one) % orders]);
                    await CompleteAsync(inbox, one);
                    done.Add(Number(one));
                }
            }
        }
    }

    private async Task StoreAsync(
        DatabaseNotificationInbox inbox,
        int number,
        string? order,
        int signedAt
    ) => Assert.True(await inbox.StoreAsync(Of(number, order, signedAt), null, Token));

    private StoredNotification Of(int number, string? order, int signedAt) =>
        Stored(number) with
        {
            Key = NotificationKey.Of("MCH-1", "/notify", Encoding.UTF8.GetBytes($"{number}")),
            OrderKey = order,
            SignedAt = Shop.Start.AddHours(-1).AddMilliseconds(signedAt),
        };

    private static async Task CompleteAsync(
        DatabaseNotificationInbox inbox,
        TakenNotification taken
    ) => Assert.True(await inbox.CompleteAsync(taken.Lease, Token));

    private static int Number(TakenNotification taken) =>
        int.Parse(
            taken.Notification.RequestId["notification-".Length..],
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static IEnumerable<int> Numbers(IEnumerable<TakenNotification> taken) =>
        taken.Select(Number).Order();
}
