using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>What the ledger promises of the notifications that it keeps, in each database.</summary>
public abstract class InboxContract(TestDatabase database) : LedgerTest(database)
{
    [Fact]
    public async Task A_stored_notification_is_taken_as_it_was_also_by_another_process()
    {
        var stored = Stored(1);
        Assert.True(await OpenInbox().StoreAsync(stored, null, Token));

        var taken = (await OpenInbox().TakeAsync(Endpoint, Token))!;

        Assert.Equal(stored.Body.ToArray(), taken.Notification.Body.ToArray());
        Assert.Equal(stored with { Body = default }, taken.Notification with { Body = default });
        Assert.Equal(
            (stored.Key, 1, Clock.GetUtcNow() + LeaseTime),
            (taken.Lease.Key, taken.Lease.Attempt, taken.Lease.ExpiresAt)
        );
    }

    [Fact]
    public async Task What_is_there_already_is_not_stored_again_in_any_state()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1), null, Token);
        Assert.False(await inbox.StoreAsync(Stored(1), null, Token));
        var taken = (await inbox.TakeAsync(Endpoint, Token))!;
        Assert.False(await inbox.StoreAsync(Stored(1), null, Token));
        await inbox.CompleteAsync(taken.Lease, Token);
        Assert.False(await inbox.StoreAsync(Stored(1), null, Token));
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        await inbox.StoreAsync(Stored(2), "unreadable: x", Token);
        Assert.False(await inbox.StoreAsync(Stored(2), null, Token));
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
    }

    [Fact]
    public async Task Only_the_named_endpoints_are_taken_those_first_that_are_due_longest()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1, "/other"), null, Token);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await inbox.StoreAsync(Stored(2, "/notify"), null, Token);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await inbox.StoreAsync(Stored(3, "/notify"), null, Token);

        Assert.Null(await inbox.TakeAsync([], Token));
        Assert.Equal(2, await NumberAsync(inbox, ["/notify"]));
        Assert.Equal(1, await NumberAsync(inbox, ["/notify", "/other"]));
        Assert.Equal(3, await NumberAsync(inbox, ["/notify", "/other"]));
        Assert.Null(await inbox.TakeAsync(["/notify", "/other"], Token));
    }

    [Fact]
    public async Task A_failed_attempt_is_due_again_when_it_was_said()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1), null, Token);
        var first = (await inbox.TakeAsync(Endpoint, Token))!;
        var at = Clock.GetUtcNow().AddSeconds(10);
        Assert.True(await inbox.FailAsync(first.Lease, at, "System.Exception", Token));
        Assert.False(await inbox.CompleteAsync(first.Lease, Token));
        Clock.Advance(TimeSpan.FromMilliseconds(9999));
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, (await inbox.TakeAsync(Endpoint, Token))!.Lease.Attempt);
    }

    [Fact]
    public async Task A_taken_notification_is_another_processs_when_the_lease_ends()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1), null, Token);
        var lost = (await inbox.TakeAsync(Endpoint, Token))!.Lease;
        var other = OpenInbox();
        Clock.Advance(LeaseTime - TimeSpan.FromMilliseconds(1));
        Assert.Null(await other.TakeAsync(Endpoint, Token));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var taken = (await other.TakeAsync(Endpoint, Token))!.Lease;

        Assert.Equal(2, taken.Attempt);
        Assert.True(taken.Token > lost.Token);
        Assert.False(await inbox.FailAsync(lost, null, "x", Token));
        Assert.False(await inbox.CompleteAsync(lost, Token));
        Assert.Null(await inbox.RenewAsync(lost, Token));
        await using (var late = await inbox.BeginCompletionAsync(lost, Token))
        {
            await Assert.ThrowsAsync<LeaseLostException>(async () => await late.CommitAsync(Token));
        }

        Assert.True(await other.CompleteAsync(taken, Token));
    }

    [Fact]
    public async Task An_abandoned_notification_waits_again_and_the_attempt_isnt_counted()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1), null, Token);
        Assert.True(
            await inbox.AbandonAsync((await inbox.TakeAsync(Endpoint, Token))!.Lease, Token)
        );
        Assert.Equal(1, (await inbox.TakeAsync(Endpoint, Token))!.Lease.Attempt);
    }

    [Fact]
    public async Task Of_a_notification_that_is_done_the_body_is_erased_and_the_rest_stays()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1), null, Token);
        await inbox.CompleteAsync((await inbox.TakeAsync(Endpoint, Token))!.Lease, Token);
        Assert.Null(await AskAsync("SELECT body FROM doku_notifications"));
        Assert.Equal("notification-1", await AskAsync("SELECT request_id FROM doku_notifications"));
    }

    [Fact]
    public async Task Prune_forgets_what_was_done_before_and_nothing_else()
    {
        var inbox = OpenInbox();
        await inbox.StoreAsync(Stored(1), null, Token);
        await inbox.CompleteAsync((await inbox.TakeAsync(Endpoint, Token))!.Lease, Token);
        await inbox.StoreAsync(Stored(2), "unreadable: x", Token);
        await inbox.StoreAsync(Stored(3), null, Token);
        await inbox.TakeAsync(Endpoint, Token);
        await inbox.StoreAsync(Stored(4), null, Token);

        Assert.Equal(0, await inbox.PruneAsync(Clock.GetUtcNow(), Token));
        Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal(1, await inbox.PruneAsync(Clock.GetUtcNow(), Token));
        var counts = await inbox.CountAsync(Token);
        Assert.Equal((1, 1, 1), (counts.Waiting, counts.Working, counts.Dead));
        Assert.True(await inbox.StoreAsync(Stored(1), null, Token));
    }

    [Fact]
    public async Task What_came_while_the_clock_was_ahead_is_worked_on_when_it_returns()
    {
        var inbox = OpenInbox();
        var signedAt = Clock.GetUtcNow();
        Clock.AdjustTime(Clock.GetUtcNow().AddDays(400));
        await inbox.StoreAsync(Stored(1) with { SignedAt = signedAt }, null, Token);
        Clock.AdjustTime(Clock.GetUtcNow().AddDays(-400));
        Assert.NotNull(await inbox.TakeAsync(Endpoint, Token));
    }

    [Fact]
    public async Task What_rests_longer_than_any_delay_is_hastened()
    {
        var inbox = OpenInbox();
        Clock.AdjustTime(Clock.GetUtcNow().AddDays(400));
        await inbox.StoreAsync(Stored(1), null, Token);
        var held = (await inbox.TakeAsync(Endpoint, Token))!.Lease;
        await inbox.StoreAsync(Stored(2), null, Token);
        var failed = (await inbox.TakeAsync(Endpoint, Token))!.Lease;
        await inbox.FailAsync(failed, Clock.GetUtcNow().AddHours(1), "x", Token);
        Clock.AdjustTime(Clock.GetUtcNow().AddDays(-400));

        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        Assert.Equal(2, await inbox.HastenAsync(Clock.GetUtcNow().AddHours(2), Token));
        Assert.Equal(0, await inbox.HastenAsync(Clock.GetUtcNow().AddHours(2), Token));
        Assert.Equal(failed.Key, (await inbox.TakeAsync(Endpoint, Token))!.Lease.Key);
        // Its holder may still live, and renews it within a lease time.
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        Assert.NotNull(await inbox.RenewAsync(held, Token));
        Clock.Advance(LeaseTime);
        Assert.Equal(held.Key, (await inbox.TakeAsync(Endpoint, Token))!.Lease.Key);
    }

    [Fact]
    public async Task Prune_goes_on_until_nothing_is_left()
    {
        var inbox = OpenInbox();
        const int count = 2100;
        for (var i = 0; i < count; i++)
        {
            await inbox.StoreAsync(Stored(i), null, Token);
            await inbox.CompleteAsync((await inbox.TakeAsync(Endpoint, Token))!.Lease, Token);
        }

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(count, await inbox.PruneAsync(Clock.GetUtcNow(), Token));
    }

    [Fact]
    public async Task Counts_what_isnt_done_and_names_the_oldest()
    {
        var inbox = OpenInbox();
        Assert.Equal(default, await inbox.CountAsync(Token));
        await inbox.StoreAsync(Stored(9), "unreadable: x", Token);
        Assert.Null((await inbox.CountAsync(Token)).OldestReceivedAt);
        Clock.Advance(TimeSpan.FromHours(1));
        var oldest = Clock.GetUtcNow();
        await inbox.StoreAsync(Stored(1), null, Token);
        Clock.Advance(TimeSpan.FromHours(1));
        await inbox.StoreAsync(Stored(2), null, Token);
        await inbox.TakeAsync(Endpoint, Token);
        Assert.Equal(new InboxCounts(1, 1, 1, oldest), await inbox.CountAsync(Token));
    }

    [Fact]
    public async Task Inline_claims_and_stored_notifications_know_of_each_other()
    {
        var inbox = OpenInbox();
        var stored = Stored(1);
        var claim = await inbox.TryBeginAsync(stored.Key, Token);
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        await inbox.AbandonAsync(claim.Lease!, Token);
        Assert.True(await inbox.StoreAsync(stored, null, Token));
        claim = await inbox.TryBeginAsync(stored.Key, Token);
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        await inbox.AbandonAsync(claim.Lease!, Token);
        Assert.NotNull(await inbox.TakeAsync(Endpoint, Token));
    }

    [Fact]
    public async Task What_is_stored_under_an_inline_claim_is_taken_when_the_lease_ends()
    {
        var inbox = OpenInbox();
        var stored = Stored(1);
        var claim = await inbox.TryBeginAsync(stored.Key, Token);
        Assert.True(await inbox.StoreAsync(stored, null, Token));
        Assert.False(await inbox.StoreAsync(stored, null, Token));
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        Clock.Advance(LeaseTime);

        var taken = (await inbox.TakeAsync(Endpoint, Token))!;

        Assert.Equal(stored.Body.ToArray(), taken.Notification.Body.ToArray());
        Assert.Equal(stored with { Body = default }, taken.Notification with { Body = default });
        Assert.Equal(2, taken.Lease.Attempt);
        Assert.False(await inbox.CompleteAsync(claim.Lease!, Token));
    }

    [Fact]
    public async Task What_is_stored_under_an_inline_claim_is_done_when_the_claim_is_completed()
    {
        var inbox = OpenInbox();
        var claim = await inbox.TryBeginAsync(Stored(1).Key, Token);
        await inbox.StoreAsync(Stored(1), null, Token);
        Assert.True(await inbox.CompleteAsync(claim.Lease!, Token));
        Clock.Advance(LeaseTime);
        Assert.Null(await inbox.TakeAsync(Endpoint, Token));
        Assert.Null(await AskAsync("SELECT body FROM doku_notifications"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_processes_share_a_stream_and_work_on_nothing_twice()
    {
        const int count = 200;
        var inboxes = new[] { OpenInbox(), OpenInbox() };
        var takers = new List<Task<List<NotificationKey>>>();
        using var isStored = new CancellationTokenSource();
        foreach (var inbox in inboxes)
        {
            for (var i = 0; i < 4; i++)
            {
                takers.Add(Task.Run(() => DrainAsync(inbox, isStored.Token), Token));
            }
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, count * 2),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token },
            async (number, token) =>
                await inboxes[number % 2].StoreAsync(Stored(number / 2), null, token)
        );
        await isStored.CancelAsync();
        var taken = (await Task.WhenAll(takers)).SelectMany(keys => keys).ToList();

        Assert.Equal(count, taken.Count);
        Assert.Equal(count, taken.Distinct().Count());
        Assert.Equal(
            $"{count}",
            await AskAsync("SELECT count(*) FROM doku_notifications WHERE state = 2")
        );
    }

    private static async Task<List<NotificationKey>> DrainAsync(
        DatabaseNotificationInbox inbox,
        CancellationToken isStored
    )
    {
        var keys = new List<NotificationKey>();
        while (true)
        {
            var wasStored = isStored.IsCancellationRequested;
            if (await inbox.TakeAsync(Endpoint, Token) is { } taken)
            {
                Assert.True(await inbox.CompleteAsync(taken.Lease, Token));
                keys.Add(taken.Lease.Key);
            }
            else if (wasStored)
            {
                return keys;
            }
            else
            {
                await Task.Yield();
            }
        }
    }

    private static async Task<int> NumberAsync(
        DatabaseNotificationInbox inbox,
        IReadOnlyCollection<string> endpoints
    )
    {
        var taken = (await inbox.TakeAsync(endpoints, Token))!;
        return taken.Notification.RequestId[^1] - '0';
    }
}
