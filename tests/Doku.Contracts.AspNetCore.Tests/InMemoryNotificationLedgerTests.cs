using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.AspNetCore.Tests;

public sealed class InMemoryNotificationLedgerTests
{
    private static readonly NotificationKey Key = NotificationKey.Of("MCH-1", "{}"u8);

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_the_merchant_and_the_bytes_of_the_body()
    {
        Assert.Equal(Key, NotificationKey.Of("MCH-1", "{}"u8));
        Assert.NotEqual(Key, NotificationKey.Of("MCH-2", "{}"u8));
        Assert.NotEqual(Key, NotificationKey.Of("MCH-1", "{ }"u8));
        var ledger = new InMemoryNotificationLedger(_clock);
        Assert.Equal(LedgerEntryState.Begun, await Begin(ledger, Key));
        Assert.Equal(
            LedgerEntryState.Begun,
            await Begin(ledger, NotificationKey.Of("MCH-2", "{}"u8))
        );
    }

    [Fact]
    public async Task An_entry_goes_from_begun_to_done_and_stays_there()
    {
        var ledger = new InMemoryNotificationLedger(_clock);
        Assert.Equal(LedgerEntryState.Begun, await Begin(ledger, Key));
        Assert.Equal(LedgerEntryState.InProgress, await Begin(ledger, Key));
        await ledger.CompleteAsync(Key, Token);
        Assert.Equal(LedgerEntryState.AlreadyDone, await Begin(ledger, Key));
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await ledger.AbandonAsync(Key, Token)
        );
        Assert.Equal(LedgerEntryState.AlreadyDone, await Begin(ledger, Key));
    }

    [Fact]
    public async Task An_abandoned_entry_begins_anew()
    {
        var ledger = new InMemoryNotificationLedger(_clock);
        await Begin(ledger, Key);
        await ledger.AbandonAsync(Key, Token);
        Assert.Equal(LedgerEntryState.Begun, await Begin(ledger, Key));
    }

    [Fact]
    public async Task What_nobody_began_can_be_neither_completed_nor_abandoned()
    {
        var ledger = new InMemoryNotificationLedger(_clock);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await ledger.CompleteAsync(Key, Token)
        );
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await ledger.AbandonAsync(Key, Token)
        );
    }

    [Fact]
    public async Task Of_many_claims_at_once_one_wins()
    {
        var ledger = new InMemoryNotificationLedger(_clock);
        for (var round = 0; round < 200; round++)
        {
            var key = NotificationKey.Of("MCH-1", BitConverter.GetBytes(round));
            var claims = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Begin(ledger, key)))
            );
            Assert.Single(claims, claim => claim == LedgerEntryState.Begun);
        }
    }

    [Fact]
    public async Task Forgets_what_was_done_longer_ago_than_the_retention()
    {
        var ledger = new InMemoryNotificationLedger(_clock);
        await Begin(ledger, Key);
        await ledger.CompleteAsync(Key, Token);
        _clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromTicks(1));
        Assert.Equal(LedgerEntryState.AlreadyDone, await Begin(ledger, Key));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(LedgerEntryState.Begun, await Begin(ledger, Key));
    }

    [Fact]
    public async Task Never_forgets_what_is_being_worked_on()
    {
        var ledger = new InMemoryNotificationLedger(_clock, capacity: 1);
        await Begin(ledger, Key);
        await Finish(ledger, "2");
        await Finish(ledger, "3");
        _clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(LedgerEntryState.InProgress, await Begin(ledger, Key));
    }

    [Fact]
    public async Task Over_its_capacity_the_oldest_goes_first()
    {
        var ledger = new InMemoryNotificationLedger(_clock, capacity: 2);
        var oldest = await Finish(ledger, "1");
        var middle = await Finish(ledger, "2");
        var newest = await Finish(ledger, "3");
        Assert.Equal(LedgerEntryState.AlreadyDone, await Begin(ledger, middle));
        Assert.Equal(LedgerEntryState.AlreadyDone, await Begin(ledger, newest));
        Assert.Equal(LedgerEntryState.Begun, await Begin(ledger, oldest));
    }

    private static async Task<NotificationKey> Finish(InMemoryNotificationLedger ledger, string id)
    {
        var key = new NotificationKey("MCH-1", id);
        Assert.Equal(LedgerEntryState.Begun, await Begin(ledger, key));
        await ledger.CompleteAsync(key, Token);
        return key;
    }

    private static ValueTask<LedgerEntryState> Begin(
        InMemoryNotificationLedger ledger,
        NotificationKey key
    ) => ledger.TryBeginAsync(key, Token);
}
