using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>What becomes of notifications that were given up, and of effects inside the ledger's transaction.</summary>
public abstract class DeadLetterContract(TestDatabase database) : LedgerTest(database)
{
    [Fact]
    public async Task The_dead_are_listed_in_pages_with_why()
    {
        var inbox = OpenInbox();
        for (var number = 1; number <= 5; number++)
        {
            await BuryAsync(inbox, number);
            if (number != 2)
            {
                // Two that came at one moment are told apart by their keys.
                Clock.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        var first = await inbox.ListDeadAsync(3, null, Token);
        var second = await inbox.ListDeadAsync(3, first[^1], Token);

        Assert.Equal((3, 2), (first.Count, second.Count));
        Assert.Empty(await inbox.ListDeadAsync(3, second[^1], Token));
        Assert.Equal(
            ["1", "2", "3", "4", "5"],
            first.Concat(second).Select(dead => dead.Notification.RequestId[^1..]).Order()
        );
        Assert.All(
            first,
            dead => Assert.Equal(("System.Exception", 1), (dead.Failure, dead.Attempts))
        );
        Assert.Equal(Stored(1).Body.ToArray(), first[0].Notification.Body.ToArray());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await inbox.ListDeadAsync(0, null, Token)
        );
    }

    [Fact]
    public async Task What_isnt_done_is_listed_by_its_age_and_found_by_its_key()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1), null, Token);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var second = Stored(2);
        await inbox.StoreAsync(second, null, Token);
        var working = (await inbox.TakeAsync(Endpoint, Token))!.Lease;
        // As an inline endpoint does, whose process then dies: nothing is stored.
        Assert.True((await inbox.TryBeginAsync(Key, Token)).IsBegun);

        Assert.Single(await inbox.ListOpenAsync(Clock.GetUtcNow(), 10, Token));
        var open = await inbox.ListOpenAsync(Clock.GetUtcNow().AddSeconds(1), 10, Token);
        Assert.Equal(3, open.Count);
        Assert.Equal(OpenState.Working, open[0].State);
        Assert.Equal(working.ExpiresAt, open[0].Moment);
        Assert.Equal(OpenState.Waiting, (await inbox.FindOpenAsync(second.Key, Token))!.State);
        var claimed = (await inbox.FindOpenAsync(Key, Token))!.Notification;
        Assert.Equal((false, 0), (claimed.HasBody, claimed.Body.Length));
        Assert.Single(await inbox.ListOpenAsync(Clock.GetUtcNow().AddSeconds(1), 1, Token));

        await inbox.CompleteAsync(working, Token);
        Assert.Null(await inbox.FindOpenAsync(working.Key, Token));
        Assert.Equal(
            2,
            (await inbox.ListOpenAsync(Clock.GetUtcNow().AddSeconds(1), 9, Token)).Count
        );
    }

    [Fact]
    public async Task A_replayed_one_is_due_at_once_and_counts_its_attempts_anew()
    {
        var inbox = OpenInbox();
        var key = await BuryAsync(inbox, 1);
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        Assert.True(await inbox.ReplayAsync(key, Token));
        Assert.Equal(1, (await inbox.TakeAsync(Endpoint, Token))!.Lease.Attempt);
        Assert.Empty(await inbox.ListDeadAsync(10, null, Token));
    }

    [Fact]
    public async Task A_discarded_one_is_erased_and_stays_known()
    {
        var inbox = OpenInbox();
        var key = await BuryAsync(inbox, 1);
        Assert.True(await inbox.DiscardAsync(key, Token));
        Assert.False(await inbox.DiscardAsync(key, Token));
        Assert.False(await inbox.ReplayAsync(key, Token));
        Assert.Null(await AskAsync("SELECT body FROM doku_notifications"));
        Assert.False(await inbox.StoreAsync(Stored(1), null, Token));
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
    }

    [Fact]
    public async Task An_erased_one_stays_dead_with_all_but_its_body()
    {
        var inbox = OpenInbox();
        var key = await BuryAsync(inbox, 1);
        Assert.True(await inbox.EraseAsync(key, Token));
        Assert.False(await inbox.EraseAsync(key, Token));

        Assert.Null(await AskAsync("SELECT body FROM doku_notifications"));
        var dead = Assert.Single(await inbox.ListDeadAsync(10, null, Token));
        Assert.Equal(
            (key, "notification-1", "System.Exception", false),
            (
                dead.Notification.Key,
                dead.Notification.RequestId,
                dead.Failure,
                dead.Notification.HasBody
            )
        );
        Assert.Equal(Clock.GetUtcNow(), dead.Notification.ReceivedAt);
        // It would wait for ever.
        Assert.False(await inbox.ReplayAsync(key, Token));
        // DOKU's retry brings no body back where nobody asked for it, and an inline attempt that is given up loses nothing.
        Assert.False(await inbox.StoreAsync(Stored(1), null, Token));
        var retried = (await inbox.TryBeginAsync(key, Token)).Lease!;
        Assert.True(await inbox.AbandonAsync(retried, Token));
        Assert.Equal(
            key,
            Assert.Single(await inbox.ListDeadAsync(10, null, Token)).Notification.Key
        );
        Assert.True(await inbox.DiscardAsync(key, Token));
    }

    [Fact]
    public async Task By_age_only_the_dead_are_erased()
    {
        var inbox = OpenInbox();
        for (var number = 1; number <= 3; number++)
        {
            await BuryAsync(inbox, number);
            Clock.Advance(TimeSpan.FromDays(1));
        }

        await inbox.StoreAsync(Stored(4), null, Token);
        await inbox.StoreAsync(Stored(5), null, Token);
        _ = await inbox.TakeAsync(Endpoint, Token);
        Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(2, await inbox.EraseAsync(Clock.GetUtcNow().AddDays(-101), Token));
        Assert.Equal(0, await inbox.EraseAsync(Clock.GetUtcNow().AddDays(-101), Token));
        Assert.Equal(1, await inbox.EraseAsync(Clock.GetUtcNow(), Token));
        Assert.Equal(
            "2",
            await AskAsync("SELECT count(*) FROM doku_notifications WHERE body IS NOT NULL")
        );
        Assert.Equal(3, (await inbox.ListDeadAsync(10, null, Token)).Count);
    }

    [Fact]
    public async Task An_orders_dead_letters_are_erased_and_nobody_elses()
    {
        var inbox = OpenInbox();
        string[] bodies =
        [
            """{"order":{"invoice_number":"INV-1"}}""",
            """{"order":{"invoice_number":"INV\u002d1"}}""",
            "no JSON, INV-1",
            """{"order":{"invoice_number":"INV-11"}}""",
            """{"INV-1":"INV-2"}""",
            "",
        ];
        foreach (var body in bodies)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(body);
            await inbox.StoreAsync(
                Stored(1) with
                {
                    Key = NotificationKey.Of("MCH-1", "/notify", bytes),
                    Body = bytes,
                },
                "unreadable",
                Token
            );
        }

        await inbox.StoreAsync(Stored(1), null, Token);

        Assert.Equal(3, await inbox.EraseOrderAsync("INV-1", Token));
        Assert.Equal(0, await inbox.EraseOrderAsync("INV-1", Token));
        var dead = await inbox.ListDeadAsync(10, null, Token);
        Assert.Equal(6, dead.Count);
        Assert.Equal(3, dead.Count(one => one.Notification.HasBody));
        // What waits is money yet.
        Assert.NotNull(await inbox.TakeAsync(Endpoint, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await inbox.EraseOrderAsync(" ", Token)
        );
    }

    [Fact]
    public async Task What_somebody_works_on_is_neither_replayed_nor_discarded()
    {
        var inbox = OpenInbox();
        var stored = Stored(1);
        await inbox.StoreAsync(stored, null, Token);
        var lease = (await inbox.TakeAsync(Endpoint, Token))!.Lease;
        Assert.False(await inbox.ReplayAsync(stored.Key, Token));
        Assert.False(await inbox.DiscardAsync(stored.Key, Token));
        Assert.True(await inbox.CompleteAsync(lease, Token));
        Assert.False(await inbox.ReplayAsync(stored.Key, Token));
        Assert.False(await inbox.DiscardAsync(stored.Key, Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_stuck_is_replayed_or_discarded_and_its_holder_has_lost_it(
        bool isReplayed
    )
    {
        var inbox = OpenInbox();
        var stored = Stored(1);
        await inbox.StoreAsync(stored, null, Token);
        var lease = (await inbox.TakeAsync(Endpoint, Token))!.Lease;
        Clock.Advance(lease.ExpiresAt - Clock.GetUtcNow());
        if (isReplayed)
        {
            Assert.True(await inbox.ReplayAsync(stored.Key, Token));
            // Waiting now, it may be asked for again.
            Assert.True(await inbox.ReplayAsync(stored.Key, Token));
        }
        else
        {
            Assert.True(await inbox.DiscardAsync(stored.Key, Token));
        }

        Assert.False(await inbox.CompleteAsync(lease, Token));
        var taken = await inbox.TakeAsync(Endpoint, Token);
        Assert.Equal(isReplayed ? 1 : null, taken?.Lease.Attempt);
        Assert.False(await inbox.StoreAsync(stored, null, Token));
    }

    [Fact]
    public async Task What_is_written_in_the_completions_transaction_counts_with_it_or_not_at_all()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1), null, Token);
        var taken = (await inbox.TakeAsync(Endpoint, Token))!;
        await RunAsync("CREATE TABLE shipped (id integer)");

        await using (var undone = await inbox.BeginCompletionAsync(taken.Lease, Token))
        {
            await ShipAsync(undone);
        }

        Assert.Equal("0", await AskAsync("SELECT count(*) FROM shipped"));
        Assert.Equal("1", await AskAsync("SELECT state FROM doku_notifications"));

        await using (var done = await inbox.BeginCompletionAsync(taken.Lease, Token))
        {
            await ShipAsync(done);
            await done.CommitAsync(Token);
        }

        Assert.Equal("1", await AskAsync("SELECT count(*) FROM shipped"));
        Assert.Equal("2", await AskAsync("SELECT state FROM doku_notifications"));
        await using (var late = await inbox.BeginCompletionAsync(taken.Lease, Token))
        {
            await ShipAsync(late);
            await Assert.ThrowsAsync<LeaseLostException>(async () => await late.CommitAsync(Token));
        }

        Assert.Equal("1", await AskAsync("SELECT count(*) FROM shipped"));
    }

    private static async Task ShipAsync(LedgerTransaction transaction)
    {
        await using var command = transaction.Transaction.Connection!.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = "INSERT INTO shipped VALUES (1)";
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task<NotificationKey> BuryAsync(DatabaseNotificationInbox inbox, int number)
    {
        await inbox.StoreAsync(Stored(number), null, Token);
        var lease = (await inbox.TakeAsync(Endpoint, Token))!.Lease;
        Assert.True(await inbox.FailAsync(lease, null, "System.Exception", Token));
        return lease.Key;
    }
}
