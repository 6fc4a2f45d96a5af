using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>What every ledger promises, wherever it keeps its entries.</summary>
public abstract class LedgerContract(TestDatabase? database) : LedgerTest(database)
{
    /// <summary>Opens the ledger; called again, the same entries once more where they outlive an object.</summary>
    private protected abstract INotificationLedger Open();

    [Fact]
    public async Task An_entry_goes_from_begun_to_done_and_stays_there()
    {
        var ledger = Open();
        var claim = await BeginAsync(ledger);
        Assert.True(claim.IsBegun);
        Assert.Equal(Clock.GetUtcNow() + LeaseTime, claim.Lease.ExpiresAt);
        Assert.Equal(LedgerEntryState.InProgress, (await BeginAsync(ledger)).State);
        Assert.True(await ledger.CompleteAsync(claim.Lease, Token));
        Assert.Equal(LedgerEntryState.AlreadyDone, (await BeginAsync(ledger)).State);
        Assert.False(await ledger.AbandonAsync(claim.Lease, Token));
        Assert.False(await ledger.CompleteAsync(claim.Lease, Token));
        Assert.Null(await ledger.RenewAsync(claim.Lease, Token));
        Assert.Equal(LedgerEntryState.AlreadyDone, (await BeginAsync(ledger)).State);
    }

    [Fact]
    public async Task Merchants_and_endpoints_with_the_same_body_dont_meet()
    {
        var ledger = Open();
        Assert.True((await BeginAsync(ledger)).IsBegun);
        Assert.True(
            (await BeginAsync(ledger, NotificationKey.Of("MCH-2", "/notify", "{}"u8))).IsBegun
        );
        Assert.True(
            (await BeginAsync(ledger, NotificationKey.Of("MCH-1", "/other", "{}"u8))).IsBegun
        );
    }

    [Fact]
    public async Task An_abandoned_entry_begins_anew_under_a_larger_token()
    {
        var ledger = Open();
        var first = (await BeginAsync(ledger)).Lease!;
        Assert.True(await ledger.AbandonAsync(first, Token));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = (await BeginAsync(ledger)).Lease!;
        Assert.True(second.Token > first.Token);
        Assert.False(await ledger.CompleteAsync(first, Token));
    }

    [Fact]
    public async Task A_lease_that_is_over_is_taken_over_and_its_holder_can_do_nothing_more()
    {
        var ledger = Open();
        var first = (await BeginAsync(ledger)).Lease!;
        Clock.Advance(LeaseTime - TimeSpan.FromMilliseconds(1));
        Assert.Equal(LedgerEntryState.InProgress, (await BeginAsync(ledger)).State);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = (await BeginAsync(ledger)).Lease!;
        Assert.True(second.Token > first.Token);
        Assert.Equal((1, 2), (first.Attempt, second.Attempt));

        Assert.Null(await ledger.RenewAsync(first, Token));
        Assert.False(await ledger.CompleteAsync(first, Token));
        Assert.False(await ledger.AbandonAsync(first, Token));
        Assert.Equal(LedgerEntryState.InProgress, (await BeginAsync(ledger)).State);
        Assert.True(await ledger.CompleteAsync(second, Token));
    }

    [Fact]
    public async Task A_renewed_lease_lasts_a_whole_lease_time_more()
    {
        var ledger = Open();
        var lease = (await BeginAsync(ledger)).Lease!;
        Clock.Advance(TimeSpan.FromMinutes(4));
        var renewed = await ledger.RenewAsync(lease, Token);
        Assert.Equal(Clock.GetUtcNow() + LeaseTime, renewed!.ExpiresAt);
        Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(LedgerEntryState.InProgress, (await BeginAsync(ledger)).State);
        Assert.True(await ledger.CompleteAsync(renewed, Token));
    }

    [Fact]
    public async Task Work_that_took_too_long_counts_when_nobody_else_began()
    {
        var ledger = Open();
        var lease = (await BeginAsync(ledger)).Lease!;
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await ledger.CompleteAsync(lease, Token));
        Assert.Equal(LedgerEntryState.AlreadyDone, (await BeginAsync(ledger)).State);
    }

    [Fact]
    public async Task Of_32_claims_at_once_exactly_one_begins()
    {
        var ledger = Open();
        for (var round = 0; round < 10; round++)
        {
            var key = NotificationKey.Of("MCH-1", "/notify", BitConverter.GetBytes(round));
            var claims = await ClaimAtOnceAsync(ledger, key);
            Assert.Single(claims, claim => claim.IsBegun);
            // And so it is when all of them find the same lease over.
            Clock.Advance(LeaseTime);
            Assert.Single(await ClaimAtOnceAsync(ledger, key), claim => claim.IsBegun);
        }
    }

    private static Task<LedgerClaim[]> ClaimAtOnceAsync(
        INotificationLedger ledger,
        NotificationKey key
    ) =>
        Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(_ => Task.Run(async () => await BeginAsync(ledger, key), Token))
        );

    private protected static ValueTask<LedgerClaim> BeginAsync(
        INotificationLedger ledger,
        NotificationKey? key = null
    ) => ledger.TryBeginAsync(key ?? Key, Token);
}
