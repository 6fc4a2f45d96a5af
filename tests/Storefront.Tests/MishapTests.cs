using Doku.Contracts.Sandbox;
using Storefront.Goods;
using Storefront.Orders;
using Storefront.Story;
using Storefront.Tests.Support;

namespace Storefront.Tests;

/// <summary>Answers that are lost, notifications that come late, twice or in another order, and a shop that is closed.</summary>
public sealed class MishapTests
{
    [Fact]
    public async Task An_answer_lost_on_the_way_is_asked_for_again_under_the_same_Request_Id()
    {
        LossyWire? wire = null;
        await using var test = await ShopUnderTest.StartAsync(sandbox =>
            (wire = new LossyWire(sandbox.BaseAddress, answersToLose: 2)).Address
        );
        await using var _ = wire!;
        var customer = test.NewCustomer();
        await customer.AddToCartAsync(Catalogue.Products[0]);

        var next = await customer.CheckOutAsync(CustomerForms.Good);
        var first = await customer.OpenAsync(next.LeadsTo!);
        await test.WaitForAsync(
            Assert.Single(test.Sandbox.Orders).InvoiceNumber,
            OrderState.AwaitingPayment
        );
        var second = await customer.OpenAsync(next.LeadsTo!);

        Assert.Equal("Your payment is being confirmed", first.Title);
        Assert.Equal("Waiting for your payment", second.Title);
        Assert.Single(test.Sandbox.Orders);
        Assert.Equal([200, 409, 409], test.Sandbox.Exchanges.Select(exchange => exchange.Status));
        Assert.Single(test.Sandbox.Exchanges.Select(RequestId).Distinct());
    }

    [Fact]
    public async Task An_order_whose_answer_was_lost_is_settled_after_a_restart()
    {
        await using var test = await ShopUnderTest.StartAsync();
        test.Sandbox.Faults.Next(SandboxFault.ServerError, times: 100);
        var customer = test.NewCustomer();
        await customer.AddToCartAsync(Catalogue.Products[0]);
        var next = await customer.CheckOutAsync(CustomerForms.Good);
        var confirming = await customer.OpenAsync(next.LeadsTo!);

        await test.RestartAsync(whileClosed: test.Sandbox.Faults.Clear);
        await test.WaitForAsync(next.LeadsTo!.Segments[^1], OrderState.AwaitingPayment);
        var settled = await customer.OpenAsync(next.LeadsTo!);

        Assert.True(confirming.HasStatus("confirming"));
        Assert.True(settled.HasStatus("awaitingpayment"));
        Assert.Single(test.Sandbox.Orders);
        Assert.Single(test.Sandbox.Exchanges.Select(RequestId).Distinct());
    }

    [Fact(Timeout = 60_000)]
    public async Task An_order_whose_notification_never_comes_is_paid_when_DOKU_is_asked()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var test = await ShopUnderTest.StartAsync();
        // Forgotten in the Back Office.
        test.Sandbox.NotificationUrl = null;
        var order = await test.OrderAsync(test.NewCustomer());
        await test.Sandbox.Orders[order.InvoiceNumber].PayAsync(cancel);

        while (test.Shop.Orders.Find(order.InvoiceNumber)?.State != OrderState.Paid)
        {
            await test.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(10), cancel);
            await Task.Delay(10, cancel);
        }
    }

    [Fact]
    public async Task A_late_word_of_a_declined_payment_does_not_take_paid_back()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var order = await test.OrderAsync(test.NewCustomer());
        var atDoku = test.Sandbox.Orders[order.InvoiceNumber];
        var stop = TestContext.Current.CancellationToken;
        test.Sandbox.Notifications.IsHolding = true;
        await atDoku.DeclineAsync(stop);
        await atDoku.PayAsync(stop);

        await test.Sandbox.Notifications.ReleaseAsync(held => held.Reverse(), stop);
        var told = await test.Shop.Orders.WaitForAsync(
            order.InvoiceNumber,
            it => it.Notifications.Count == 2
        );

        Assert.Equal(OrderState.Paid, told?.State);
    }

    [Fact]
    public async Task A_notification_that_is_sent_again_is_acknowledged_and_taken_once()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var order = await test.OrderAsync(test.NewCustomer());
        var atDoku = test.Sandbox.Orders[order.InvoiceNumber];
        await atDoku.PayAsync(TestContext.Current.CancellationToken);
        await test.WaitForAsync(order.InvoiceNumber, OrderState.Paid);

        var again = await atDoku.ResendNotificationAsync(TestContext.Current.CancellationToken);

        Assert.True(again.IsAcknowledged);
        Assert.Single(test.Shop.Orders.Find(order.InvoiceNumber)!.Notifications);
    }

    [Fact]
    public async Task Cart_and_orders_are_there_again_after_a_restart()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var customer = test.NewCustomer();
        var order = await test.OrderAsync(customer);
        await customer.AddToCartAsync(Catalogue.Products[3]);

        await test.RestartAsync();
        var list = await customer.OpenAsync("/orders");
        var cart = await customer.OpenAsync("/cart");

        Assert.Contains(order.InvoiceNumber, list.Html, StringComparison.Ordinal);
        Assert.Contains(Catalogue.Products[3].Name, cart.Html, StringComparison.Ordinal);
        Assert.Equal(order.Request, test.Shop.Orders.Find(order.InvoiceNumber)!.Request);
    }

    [Fact]
    public async Task A_late_notification_is_made_up_for_by_check_status()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var browser = test.NewBrowser();
        var order = await test.OrderAsync(new Customer(browser, test.Shop));
        test.Sandbox.WithholdNotifications = true;
        await test
            .Sandbox.Orders[order.InvoiceNumber]
            .PayAsync(TestContext.Current.CancellationToken);

        var waiting = await browser.OpenAsync($"/orders/{order.InvoiceNumber}");
        await browser.SubmitAsync(waiting.Form("/check"));
        var paid = await browser.OpenAsync($"/orders/{order.InvoiceNumber}");

        Assert.True(waiting.HasStatus("awaitingpayment"));
        Assert.True(paid.HasStatus("paid"));
    }

    private static string RequestId(SandboxExchange exchange) =>
        exchange.Headers.Single(header => header.Key == "Request-Id").Value;
}
