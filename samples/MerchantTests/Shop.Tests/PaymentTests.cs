using Doku.Contracts.Sandbox;

namespace MerchantShop.Tests;

public sealed class PaymentTests : ShopTest
{
    [Fact]
    public async Task A_paid_order_is_sent_to_the_customer()
    {
        await OrderAsync("INV-1");

        await Doku.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Equal("SUCCESS", await StateAsync("INV-1"));
        Assert.Equal(1, await ParcelsAsync("INV-1"));
    }

    [Fact]
    public async Task A_declined_order_can_still_be_paid()
    {
        await OrderAsync("INV-1");

        await Doku.Orders["INV-1"].DeclineAsync(Cancellation);
        var declined = await StateAsync("INV-1");
        await Doku.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Equal("FAILED", declined);
        Assert.Equal("SUCCESS", await StateAsync("INV-1"));
        Assert.Equal(1, await ParcelsAsync("INV-1"));
    }

    [Fact]
    public async Task An_order_that_nobody_pays_expires_after_an_hour()
    {
        await OrderAsync("INV-1");

        await Doku.Clock.AdvanceAsync(TimeSpan.FromMinutes(59), Cancellation);
        var before = await StateAsync("INV-1");
        await Doku.Clock.AdvanceAsync(TimeSpan.FromMinutes(1), Cancellation);

        Assert.Equal("PENDING", before);
        Assert.Equal("EXPIRED", await StateAsync("INV-1"));
        Assert.Equal(0, await ParcelsAsync("INV-1"));
    }

    [Fact]
    public async Task An_order_whose_answer_was_lost_is_found_again_and_not_placed_twice()
    {
        Doku.Faults.Next(SandboxFault.DropAfterCommit);

        var lost = await OrderAsync("INV-1");
        var recovered = await RecoverAsync("INV-1");
        await Doku.Orders["INV-1"].PayAsync(Cancellation);

        Assert.Equal("BEING CONFIRMED", lost);
        Assert.Equal("PENDING", recovered);
        Assert.Single(Doku.Orders);
        Assert.Equal("SUCCESS", await StateAsync("INV-1"));
    }

    [Fact]
    public async Task An_order_that_never_reached_DOKU_is_placed_by_the_recovery()
    {
        Doku.Faults.Next(SandboxFault.DropBeforeCommit);

        var lost = await OrderAsync("INV-1");
        var recovered = await RecoverAsync("INV-1");

        Assert.Equal("BEING CONFIRMED", lost);
        Assert.Equal("PENDING", recovered);
        Assert.Single(Doku.Orders);
    }
}
