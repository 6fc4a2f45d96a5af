using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>What order progress promises, wherever it is kept.</summary>
public abstract class OrderProgressContract(TestDatabase? database) : LedgerTest(database)
{
    private protected abstract IOrderProgress OpenProgress();

    [Fact]
    public async Task A_late_failure_or_expiry_doesnt_unpay_an_order()
    {
        var orders = OpenProgress();
        Assert.Null(await orders.FindAsync("MCH-1", "INV-1", Token));
        var paid = await ReportAsync(orders, PaylaterStatus.Success);
        Assert.Equal((null, PaylaterStatus.Success), (paid.Before, paid.After));
        Assert.True(paid.IsNowPaid);
        foreach (
            var late in new[]
            {
                PaylaterStatus.Failed,
                PaylaterStatus.Expired,
                PaylaterStatus.Pending,
                PaylaterStatus.Success,
            }
        )
        {
            var advance = await ReportAsync(orders, late);
            Assert.Equal(PaylaterStatus.Success, advance.After);
            Assert.False(advance.IsChanged || advance.IsNowPaid);
        }

        Assert.Equal(PaylaterStatus.Success, await orders.FindAsync("MCH-1", "INV-1", Token));
        Assert.Null(await orders.FindAsync("MCH-2", "INV-1", Token));
        Assert.Null(await orders.FindAsync("MCH-1", "INV-2", Token));
    }

    [Fact]
    public async Task A_payment_follows_a_failure_and_a_refund_a_payment()
    {
        var orders = OpenProgress();
        await ReportAsync(orders, PaylaterStatus.Failed);
        Assert.True((await ReportAsync(orders, PaylaterStatus.Success)).IsNowPaid);
        var refund = await ReportAsync(orders, PaylaterStatus.Refunded);
        Assert.Equal(
            (PaylaterStatus.Success, PaylaterStatus.Refunded),
            (refund.Before, refund.After)
        );
    }

    [Fact]
    public async Task Any_contracts_status_is_ranked_as_the_contract_says()
    {
        ContractStatus shipped = new("shipped", 0, IsPaid: false);
        ContractStatus settled = new("settled", 4, IsPaid: true);
        var orders = OpenProgress();
        await orders.AdvanceAsync(null, "MCH-1", "INV-1", shipped, Token);
        var advance = await orders.AdvanceAsync(null, "MCH-1", "INV-1", settled, Token);
        Assert.True(advance.IsNowPaid);
        advance = await orders.AdvanceAsync(null, "MCH-1", "INV-1", shipped, Token);
        Assert.Equal((settled, settled), (advance.Before, advance.After));
        Assert.Equal(settled, await orders.FindAsync("MCH-1", "INV-1", Token));
    }

    [Fact]
    public async Task Prune_forgets_the_orders_that_havent_changed_since()
    {
        var orders = OpenProgress();
        await ReportAsync(orders, PaylaterStatus.Success);
        var later = Clock.GetUtcNow().AddMilliseconds(1);

        Assert.Equal(0, await orders.PruneAsync(Clock.GetUtcNow(), Token));
        Assert.Equal(1, await orders.PruneAsync(later, Token));
        Assert.Null(await orders.FindAsync("MCH-1", "INV-1", Token));
    }

    [Fact]
    public async Task A_status_without_text_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await ReportAsync(OpenProgress(), default)
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task Of_many_reports_at_once_one_makes_the_order_paid_and_none_unpays_it()
    {
        var orders = OpenProgress();
        PaylaterStatus[] reports =
        [
            PaylaterStatus.Success,
            PaylaterStatus.Failed,
            PaylaterStatus.Pending,
            PaylaterStatus.Expired,
        ];
        for (var round = 0; round < 5; round++)
        {
            var invoice = $"INV-{round}";
            var advances = await Task.WhenAll(
                Enumerable
                    .Range(0, 32)
                    .Select(i =>
                        Task.Run(
                            async () => await ReportAsync(orders, reports[i % 4], invoice),
                            Token
                        )
                    )
            );
            Assert.Single(advances, advance => advance.IsNowPaid);
            Assert.Equal(PaylaterStatus.Success, await orders.FindAsync("MCH-1", invoice, Token));
        }
    }

    private protected static ValueTask<OrderAdvance> ReportAsync(
        IOrderProgress orders,
        PaylaterStatus status,
        string invoice = "INV-1"
    ) => orders.AdvanceAsync(null, "MCH-1", invoice, status, Token);
}
