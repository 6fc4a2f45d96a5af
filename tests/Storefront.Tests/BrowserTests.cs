using Doku.Contracts.Sandbox;
using Doku.Contracts.Tests.Shared;
using Microsoft.Playwright;
using Storefront.Orders;
using Storefront.Story;
using Storefront.Tests.Support;

namespace Storefront.Tests;

/// <summary>The shop as a customer sees it, from the shelf to the end of a payment, however it ends.</summary>
public sealed class BrowserTests(Chromium chromium)
{
    [Fact]
    public async Task An_order_goes_from_the_shelf_to_paid()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.LookAsync("01-shelf");
        await visit.FillCartAsync();
        await visit.LookAsync("02-checkout");
        await visit.OpenAsync("/cart");
        await visit.LookAsync("03-cart");
        await visit.OpenAsync("/checkout");
        await visit.FillFormAsync(CustomerForms.Good);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Kantor" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByLabel("City")).ToHaveValueAsync("Jakarta Selatan");
        await visit.LookAsync("04-known-address");
        await visit.PressAsync("Pay with Kredivo");

        await visit.PressAsync("Pay");
        await visit.HasStatusAsync("Paid");
        await visit.LookAsync("05-paid");
        await visit.OpenAsync("/orders");
        await visit.LookAsync("06-orders");

        Assert.Equal(SandboxOrderStatus.Success, Assert.Single(visit.Shop.Sandbox.Orders).Status);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_waiting_order_turns_paid_by_itself_when_the_notification_comes()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);
        var order = await visit.OpenOrderAsync();
        await visit.HasStatusAsync("Waiting for your payment");
        await visit.LookAsync("07-waiting");
        await visit.Page.EvaluateAsync("window.isTheSamePage = true");
        await visit
            .Page.GetByRole(AriaRole.Button, new() { Name = "I have paid: ask Kredivo" })
            .FocusAsync();

        await order.PayAsync(TestContext.Current.CancellationToken);
        await visit.HasStatusAsync("Paid");

        Assert.True(await visit.Page.EvaluateAsync<bool>("window.isTheSamePage === true"));
        // The button that had the focus is gone; the focus stays on the page, at its heading.
        Assert.Equal("title", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_customer_who_cancels_is_not_charged_and_may_pay_after_all()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);

        await visit.PressAsync("Cancel");
        await visit.ShowsAsync("You cancelled the payment");
        await visit.LookAsync("08-cancelled");
        var order = Assert.Single(visit.Shop.Sandbox.Orders);
        Assert.Equal(
            OrderState.AwaitingPayment,
            visit.Shop.Shop.Orders.Find(order.InvoiceNumber)!.State
        );

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pay after all" }).ClickAsync();
        await visit.PressAsync("Pay");
        await visit.HasStatusAsync("Paid");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_declined_payment_is_told_and_may_be_tried_again()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);
        await visit.PressAsync("Decline");
        var order = Assert.Single(visit.Shop.Sandbox.Orders);
        await visit.Shop.WaitForAsync(order.InvoiceNumber, OrderState.Declined);
        await visit.OpenOrderAsync();
        await visit.HasStatusAsync("The payment was declined");
        await visit.LookAsync("09-declined");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pay with Kredivo" }).ClickAsync();
        await visit.PressAsync("Pay");
        await visit.HasStatusAsync("Paid");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task An_order_that_expired_by_the_clock_can_be_begun_again_under_a_new_number()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);
        var first = await visit.OpenOrderAsync();

        await visit.Shop.Sandbox.Clock.AdvanceAsync(
            TimeSpan.FromMinutes(61),
            TestContext.Current.CancellationToken
        );
        await visit.HasStatusAsync("The time to pay is over");
        await visit.LookAsync("10-expired");
        await visit.PressAsync("Try again with Kredivo");
        await visit.PressAsync("Pay");
        await visit.HasStatusAsync("Paid");

        Assert.Equal(
            [
                (first.InvoiceNumber, SandboxOrderStatus.Expired),
                (first.InvoiceNumber + "-2", SandboxOrderStatus.Success),
            ],
            visit.Shop.Sandbox.Orders.Select(order => (order.InvoiceNumber, order.Status))
        );
        await visit.OpenAsync($"/orders/{first.InvoiceNumber}");
        await visit.HasStatusAsync("You began again");
        await visit.LookAsync("11-replaced");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_lost_answer_is_shown_as_being_confirmed_and_settles_by_itself()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        visit.Shop.Sandbox.Faults.Next(SandboxFault.WronglySignedAnswer, times: 100);
        await visit.CheckOutAsync(CustomerForms.Good);
        await visit.HasStatusAsync("Your payment is being confirmed");
        await visit.LookAsync("12-being-confirmed");

        visit.Shop.Sandbox.Faults.Clear();
        // The next repeat is some seconds away, by a clock that can be put forward.
        await visit.Shop.Sandbox.Clock.AdvanceAsync(
            TimeSpan.FromMinutes(1),
            TestContext.Current.CancellationToken
        );
        await visit.HasStatusAsync("Waiting for your payment");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pay with Kredivo" }).ClickAsync();
        await visit.PressAsync("Pay");
        await visit.HasStatusAsync("Paid");

        Assert.Single(visit.Shop.Sandbox.Orders);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_tampered_notification_is_refused_and_the_order_stays_unpaid()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);
        var order = await visit.OpenOrderAsync();
        visit.Shop.Sandbox.Notifications.IsHolding = true;
        await order.PayAsync(TestContext.Current.CancellationToken);
        var genuine = Assert.Single(visit.Shop.Sandbox.Notifications.Held);

        var answer = await Forger.PostAsync(visit.Shop, genuine, "\"amount\":", "\"amount\":9");

        Assert.Equal(401, answer);
        await visit.Page.ReloadAsync();
        await visit.HasStatusAsync("Waiting for your payment");
        await visit.Shop.Sandbox.Notifications.ReleaseAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        await visit.HasStatusAsync("Paid");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_restart_of_the_shop_keeps_cart_and_orders()
    {
        await using var visit = await Visit.StartAsync(await chromium.StartAsync());
        await visit.CheckOutAsync(CustomerForms.Good);
        // Away from the order's page, whose looking would find the shop closed.
        await visit.OpenAsync("/");
        // A picture that is still on its way would find it closed too.
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await visit.Shop.RestartAsync();
        await visit.OpenAsync("/orders");
        await visit.Page.GetByText("Waiting for your payment").WaitForAsync();
        var order = await visit.OpenOrderAsync();
        await visit.HasStatusAsync("Waiting for your payment");
        await order.PayAsync(TestContext.Current.CancellationToken);

        await visit.HasStatusAsync("Paid");
        Assert.Empty(visit.Faults);
    }
}
