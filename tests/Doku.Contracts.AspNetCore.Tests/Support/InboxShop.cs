using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>A merchant's program with its ledger in a database.</summary>
internal sealed class InboxShop(Shop shop, FaultySource source) : IAsyncDisposable
{
    internal Shop Shop => shop;

    internal FaultySource Source => source;

    internal INotificationInbox Inbox => shop.Services.GetRequiredService<INotificationInbox>();

    internal IOrderProgress Orders => shop.Services.GetRequiredService<IOrderProgress>();

    internal static async Task<InboxShop> OpenAsync(
        TestDatabase database,
        Action<NotificationLedgerOptions>? ledger = null,
        Action<DokuNotificationOptions>? configure = null,
        Action<Shop>? prepare = null,
        bool isDown = false,
        Action<WebApplication>? before = null
    )
    {
        var source = new FaultySource(database.NewSource()) { IsDown = isDown };
        var shop = await Shop.OpenAsync(
            configure,
            before,
            prepare: prepare,
            merchant: doku =>
                doku.AddNotificationLedger(
                    database.Kind,
                    _ => source,
                    options =>
                    {
                        options.JitterSeed = 7;
                        ledger?.Invoke(options);
                    }
                )
        );
        return new InboxShop(shop, source);
    }

    /// <summary>Lets the shop's clock run, a second at a time, until something is so.</summary>
    internal async Task UntilAsync(Func<InboxCounts, bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!isSo(await Inbox.CountAsync(patience.Token)))
        {
            shop.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>Until every notification is done.</summary>
    internal Task UntilDoneAsync() =>
        UntilAsync(counts => counts is { Waiting: 0, Working: 0, Dead: 0 });

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        await source.DisposeAsync();
    }
}
