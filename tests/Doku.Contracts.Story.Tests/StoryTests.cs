using System.Diagnostics;
using Doku.Contracts.Sandbox;

namespace Doku.Contracts.Story.Tests;

/// <summary>The whole way, with faults at every boundary: no order twice, none paid that wasn't charged, none forgotten.</summary>
public sealed class StoryTests(ITestOutputHelper output)
{
    private const int Seed = 20261122;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_orders_end_alike_at_DOKU_and_at_the_shop_whatever_goes_wrong_and_alike_again()
    {
        // The first story of a process, during which code is compiled, can differ from the later ones on a busy machine.
        await TellAsync(1_000, Seed);
        var end = await TellAsync(10_000, Seed);
        var again = await TellAsync(10_000, Seed);

        Assert.Equal(0, end.MissedEvents);
        Assert.Equal(Enum.GetValues<SandboxFault>(), end.Faults.Keys.Order());
        Assert.All(end.Orders, HasOneEnd);
        Assert.Empty(end.StrayParcels);
        // The story is worth telling only if the ways out were needed.
        Assert.Contains(end.Orders, order => order.Recoveries > 1);
        Assert.Contains(end.Orders, order => order is { IsAccepted: false, Recoveries: > 0 });
        Assert.True(end.Checked > 0);
        // The same seed, the same ledger, word for word.
        Assert.Equal(end.Ledger, again.Ledger);
    }

    [Fact]
    public async Task Another_seed_gives_another_ledger()
    {
        var one = await TellAsync(500, Seed);
        var other = await TellAsync(500, Seed + 1);

        Assert.NotEqual(one.Ledger, other.Ledger);
    }

    private static void HasOneEnd(OrderEnd order)
    {
        Assert.NotEqual(-1, order.Recoveries);
        // Accepted is at DOKU, once; refused isn't there at all.
        Assert.Equal(order.IsAccepted ? 1 : 0, order.OrdersMade);
        Assert.Equal(order.IsAccepted, order.AtDoku is not null);
        // Paid at the shop is charged at DOKU, and the other way round; and one parcel leaves for it.
        Assert.Equal(order.IsCharged, order.AtShop is { IsPaid: true });
        Assert.Equal(order.IsCharged ? 1 : 0, order.Parcels);
        // An order that nobody paid expired, on both sides.
        Assert.Equal(order.AtDoku == SandboxOrderStatus.Expired, order.AtShop?.Value == "EXPIRED");
    }

    private async Task<StoryEnd> TellAsync(int orders, int seed)
    {
        var watch = Stopwatch.StartNew();
        var end = await Story.TellAsync(orders, seed, Cancellation);
        output.WriteLine(
            $"{orders} orders, seed {seed}: {watch.Elapsed.TotalSeconds:0.0} s; {end.Faults.Values.Sum()} faults; "
                + $"accepted {end.Orders.Count(one => one.IsAccepted)}, charged {end.Orders.Count(one => one.IsCharged)}, "
                + $"recovered {end.Orders.Count(one => one.Recoveries > 0)}, of them in several rounds {end.Orders.Count(one => one.Recoveries > 1)}, "
                + $"never acknowledged {end.Unacknowledged}, status asked {end.Checked}"
        );
        return end;
    }
}
