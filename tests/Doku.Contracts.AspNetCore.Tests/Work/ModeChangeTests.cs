using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Work;

/// <summary>What a program left unfinished is worked on by the next, whichever mode either has.</summary>
public sealed class ModeChangeTests : IAsyncLifetime
{
    private static readonly Notification Good = new();
    private readonly SqliteFile _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task An_inline_claim_of_a_process_that_died_is_worked_on_in_inbox_mode()
    {
        await using var shop = await InboxShop.OpenAsync(_database);
        var key = NotificationKey.Of(
            Shop.ClientId,
            Notification.Path,
            System.Text.Encoding.UTF8.GetBytes(Good.Body)
        );
        Assert.True((await shop.Inbox.TryBeginAsync(key, Cancel)).IsBegun);

        Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
        Assert.Empty(shop.Shop.Handled);
        shop.Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.UntilDoneAsync();

        Assert.Equal("INV-1", Assert.Single(shop.Shop.Handled).Value.Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_stored_is_worked_on_after_a_change_to_inline_mode()
    {
        await using (var inbox = await InboxShop.OpenAsync(_database))
        {
            inbox.Shop.Work = _ => throw new InvalidOperationException("not yet");
            Assert.Equal(200, (await inbox.Shop.SendAsync(Good)).Status);
            await inbox.UntilAsync(counts => counts.Waiting == 1);
        }

        await using var inline = await InboxShop.OpenAsync(
            _database,
            configure: endpoint => endpoint.Mode = NotificationMode.Inline
        );
        await inline.UntilDoneAsync();
        Assert.Single(inline.Shop.Handled);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(NotificationMode.Inline)]
    [InlineData(NotificationMode.Inbox)]
    public async Task Two_endpoints_that_get_the_same_body_both_work_on_it(NotificationMode mode)
    {
        const string otherPath = "/other/notifications";
        var others = 0;
        await using var shop = await InboxShop.OpenAsync(
            _database,
            configure: endpoint => endpoint.Mode = mode,
            before: app =>
                app.MapDokuNotifications<Parcel>(
                    otherPath,
                    (_, _, _) =>
                    {
                        Interlocked.Increment(ref others);
                        return Task.CompletedTask;
                    },
                    endpoint => endpoint.Mode = mode
                )
        );
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(200, (await shop.Shop.SendAsync(Good)).Status);
            var toOther = Good with { SignedTarget = otherPath, CalledTarget = otherPath };
            Assert.Equal(200, (await shop.Shop.SendAsync(toOther)).Status);
            await shop.UntilDoneAsync();
        }

        Assert.Single(shop.Shop.Handled);
        Assert.Equal(1, others);
    }
}
