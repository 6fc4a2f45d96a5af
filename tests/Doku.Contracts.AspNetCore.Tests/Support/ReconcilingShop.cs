using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>A merchant's program with its ledger in a database, a reconciler, and a DOKU that a test plays.</summary>
internal sealed class ReconcilingShop : IAsyncDisposable
{
    private readonly FaultySource _source;

    private ReconcilingShop(Shop shop, FaultySource source, FakeStatusCheck doku)
    {
        Shop = shop;
        Doku = doku;
        _source = source;
    }

    internal Shop Shop { get; }

    internal FakeStatusCheck Doku { get; }

    internal FaultySource Source => _source;

    internal INotificationInbox Inbox => Shop.Services.GetRequiredService<INotificationInbox>();

    internal static async Task<ReconcilingShop> OpenAsync(
        TestDatabase database,
        IPendingOrders? orders,
        Action<ReconciliationOptions>? configure = null,
        FakeTimeProvider? clock = null
    )
    {
        var source = new FaultySource(database.NewSource());
        FakeStatusCheck? check = null;
        var shop = await Shop.OpenAsync(
            clock: clock,
            merchant: doku =>
            {
                doku.AddNotificationLedger(database.Kind, _ => source);
                doku.AddReconciliation(orders is null ? null : _ => orders, configure);
                doku.Services.AddSingleton<Transport.IOrderStatusCheck>(services =>
                    check = new FakeStatusCheck(services.GetRequiredService<TimeProvider>())
                );
            }
        );
        _ = shop.Services.GetRequiredService<Transport.IOrderStatusCheck>();
        return new ReconcilingShop(shop, source, check!);
    }

    /// <summary>Lets the clock run, some seconds at a time, until something is so.</summary>
    internal Task UntilAsync(Func<bool> isSo, int step = 5) => UntilAsync(Shop.Clock, isSo, step);

    internal static async Task UntilAsync(FakeTimeProvider clock, Func<bool> isSo, int step = 5)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            clock.Advance(TimeSpan.FromSeconds(step));
            await Task.Delay(3, patience.Token);
        }
    }

    /// <summary>Lets the clock run for a while.</summary>
    internal Task PassAsync(TimeSpan time, int step = 5)
    {
        var end = Shop.Clock.GetUtcNow() + time;
        return UntilAsync(() => Shop.Clock.GetUtcNow() >= end, step);
    }

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        await _source.DisposeAsync();
    }
}
