using Storefront.Orders;
using Storefront.Tests.Support;

namespace Storefront.Tests;

/// <summary>Money that DOKU reports changes its order, or ends where somebody sees it.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("\"amount\":", "\"amount\":9", "another amount than the order's")]
    [InlineData("\"invoice_number\":\"", "\"invoice_number\":\"X", "unknown order")]
    public async Task Money_that_fits_no_order_is_a_dead_letter(
        string replaced,
        string by,
        string reason
    )
    {
        var stop = TestContext.Current.CancellationToken;
        await using var test = await ShopUnderTest.StartAsync();
        var order = await test.OrderAsync(test.NewCustomer());
        test.Sandbox.Notifications.IsHolding = true;
        await test.Sandbox.Orders[order.InvoiceNumber].PayAsync(stop);
        var genuine = test.Sandbox.Notifications.Held.Single();

        var status = await Forger.PostAsync(test, genuine, replaced, by, isSigned: true);

        Assert.Equal(200, status);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (
            await test.Shop.Inbox.CountAsync(patience.Token) is { Waiting: > 0 } or { Working: > 0 }
        )
        {
            await Task.Delay(20, patience.Token);
        }

        var dead = Assert.Single(await test.Shop.Inbox.ListDeadAsync(10, null, stop));
        Assert.Equal((reason, 1), (dead.Failure, dead.Attempts));
        Assert.Equal(OrderState.AwaitingPayment, test.Shop.Orders.Find(order.InvoiceNumber)?.State);
    }

    [Fact]
    public async Task A_refund_changes_the_order()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var test = await ShopUnderTest.StartAsync();
        var order = await test.OrderAsync(test.NewCustomer());
        var atDoku = test.Sandbox.Orders[order.InvoiceNumber];
        await atDoku.PayAsync(stop);
        await test.WaitForAsync(order.InvoiceNumber, OrderState.Paid);
        await atDoku.RefundAsync(stop);
        await test.WaitForAsync(order.InvoiceNumber, OrderState.Refunded);
    }
}
