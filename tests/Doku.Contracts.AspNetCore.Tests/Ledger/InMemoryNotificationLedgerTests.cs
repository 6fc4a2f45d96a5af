namespace Doku.Contracts.AspNetCore.Tests.Ledger;

public sealed class InMemoryNotificationLedgerTests() : LedgerContract(null)
{
    private protected override INotificationLedger Open() => new InMemoryNotificationLedger(Clock);

    [Fact]
    public void A_key_is_the_merchant_the_endpoint_and_the_bytes_of_the_body()
    {
        Assert.Equal(Key, NotificationKey.Of("MCH-1", "/notify", "{}"u8));
        Assert.NotEqual(Key, NotificationKey.Of("MCH-2", "/notify", "{}"u8));
        Assert.NotEqual(Key, NotificationKey.Of("MCH-1", "/notify", "{ }"u8));
        Assert.NotEqual(Key, NotificationKey.Of("MCH-1", "/other", "{}"u8));
    }

    [Fact]
    public async Task Forgets_what_was_done_longer_ago_than_the_retention()
    {
        var ledger = Open();
        await FinishAsync(ledger, Key);
        Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromTicks(1));
        Assert.Equal(LedgerEntryState.AlreadyDone, (await BeginAsync(ledger)).State);
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(LedgerEntryState.Begun, (await BeginAsync(ledger)).State);
    }

    [Fact]
    public async Task Never_forgets_what_is_being_worked_on()
    {
        var ledger = new InMemoryNotificationLedger(
            Clock,
            capacity: 1,
            leaseTime: TimeSpan.FromDays(366)
        );
        await BeginAsync(ledger);
        await FinishAsync(ledger, new NotificationKey("MCH-1", "/notify", "2"));
        await FinishAsync(ledger, new NotificationKey("MCH-1", "/notify", "3"));
        Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(LedgerEntryState.InProgress, (await BeginAsync(ledger)).State);
    }

    [Fact]
    public async Task Over_its_capacity_the_oldest_goes_first()
    {
        var ledger = new InMemoryNotificationLedger(Clock, capacity: 2);
        var keys = Enumerable
            .Range(1, 3)
            .Select(id => new NotificationKey("MCH-1", "/notify", $"{id}"))
            .ToArray();
        foreach (var key in keys)
        {
            await FinishAsync(ledger, key);
        }

        Assert.Equal(LedgerEntryState.AlreadyDone, (await BeginAsync(ledger, keys[1])).State);
        Assert.Equal(LedgerEntryState.AlreadyDone, (await BeginAsync(ledger, keys[2])).State);
        Assert.Equal(LedgerEntryState.Begun, (await BeginAsync(ledger, keys[0])).State);
    }

    private static async Task FinishAsync(INotificationLedger ledger, NotificationKey key)
    {
        var claim = await BeginAsync(ledger, key);
        Assert.True(await ledger.CompleteAsync(claim.Lease!, Token));
    }
}
