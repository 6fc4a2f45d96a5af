using Doku.Contracts.AspNetCore.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Work;

/// <summary>A notification that a handler can't apply ends where somebody sees it, in either mode.</summary>
public sealed class DeadLetterTests : IAsyncLifetime
{
    private static readonly Notification Good = new();
    private readonly SqliteFile _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task A_dead_letters_body_is_erased_after_its_retention_and_not_before()
    {
        await using var shop = await InboxShop.OpenAsync(
            _database,
            ledger => ledger.DeadLetterBodyRetention = TimeSpan.FromDays(1)
        );
        shop.Shop.Work = _ => throw new DeadLetterException("unknown order");
        await shop.Shop.SendAsync(Good);
        await shop.UntilAsync(counts => counts.Dead == 1);

        await RunHoursAsync(23);
        Assert.True((await DeadAsync()).HasBody);
        await RunHoursAsync(3);
        Assert.False((await DeadAsync()).HasBody);
        Assert.Contains(shop.Shop.Log.Lines, line => line.Event.Id == 2033);

        async Task RunHoursAsync(int hours)
        {
            for (var half = 0; half < 2 * hours; half++)
            {
                shop.Shop.Clock.Advance(TimeSpan.FromMinutes(30));
                await Task.Delay(20, Cancel);
            }
        }

        async Task<StoredNotification> DeadAsync() =>
            Assert.Single(await shop.Inbox.ListDeadAsync(10, null, Cancel)).Notification;
    }

    [Theory(Timeout = 60_000)]
    [InlineData(NotificationMode.Inbox)]
    [InlineData(NotificationMode.Inline)]
    public async Task A_handler_makes_a_dead_letter_at_once_with_a_reason(NotificationMode mode)
    {
        await using var shop = await OpenAsync(mode);
        shop.Shop.ScopedWork = async (scope, token) =>
        {
            await scope.BeginTransactionAsync(token);
            throw new DeadLetterException("unknown order");
        };

        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        await shop.UntilAsync(counts => counts.Dead == 1);

        var dead = Assert.Single(await shop.Inbox.ListDeadAsync(10, null, Cancel));
        Assert.Equal(("unknown order", 1), (dead.Failure, dead.Attempts));
        Assert.Equal(Good.Body, System.Text.Encoding.UTF8.GetString(dead.Notification.Body.Span));
        Assert.Contains(
            shop.Shop.Log.Lines,
            line =>
                line.Event.Id == 2016
                && line.Text.Contains("unknown order", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(shop.Shop.Log.Lines, line => line.Event.Id == 2004);

        // DOKU's retry changes nothing; a replay does, once the handler knows better.
        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        shop.Shop.ScopedWork = null;
        Assert.True(await shop.Inbox.ReplayAsync(dead.Notification.Key, Cancel));
        await shop.UntilDoneAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_an_inline_endpoint_cant_read_is_kept_where_the_ledger_is_an_inbox()
    {
        await using var shop = await OpenAsync(NotificationMode.Inline);
        Assert.Equal(200, (await shop.Shop.SendAsync(Good with { Body = "{}" })).Status);
        var dead = Assert.Single(await shop.Inbox.ListDeadAsync(10, null, Cancel));
        Assert.Equal("unreadable: required", dead.Failure);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_an_inbox_DOKU_is_asked_to_come_again_and_the_reason_is_logged()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Work = _ => throw new DeadLetterException("unknown order");
        Assert.Equal(500, (await shop.SendAsync(Good)).Status);
        Assert.Equal(500, (await shop.SendAsync(Good)).Status);
        Assert.Equal(2, shop.Log.Lines.Count(line => line.Event.Id == 2021));
    }

    private Task<InboxShop> OpenAsync(NotificationMode mode) =>
        InboxShop.OpenAsync(_database, configure: endpoint => endpoint.Mode = mode);
}
