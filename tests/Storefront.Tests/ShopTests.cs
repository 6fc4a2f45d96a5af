using Doku.Contracts.Sandbox;
using Storefront.Goods;
using Storefront.Orders;
using Storefront.Story;
using Storefront.Tests.Support;

namespace Storefront.Tests;

/// <summary>What the shop must not do, over the wire but without a browser.</summary>
public sealed class ShopTests
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
        var second = await customer.OpenAsync(next.LeadsTo!);

        Assert.Equal("Your payment is being confirmed", first.Title);
        Assert.Equal("Waiting for your payment", second.Title);
        Assert.Single(test.Sandbox.Orders);
        Assert.Equal([200, 409, 409], test.Sandbox.Exchanges.Select(exchange => exchange.Status));
        Assert.Single(test.Sandbox.Exchanges.Select(RequestId).Distinct());
    }

    [Fact]
    public async Task A_refused_order_says_so_and_keeps_the_cart()
    {
        await using var test = await ShopUnderTest.StartAsync(secretKey: "SK-of-somebody-else");
        var customer = test.NewCustomer();
        await customer.AddToCartAsync(Catalogue.Products[0]);

        var next = await customer.CheckOutAsync(CustomerForms.Good);
        var page = await customer.OpenAsync(next.LeadsTo!);
        var cart = await customer.OpenAsync("/cart");

        Assert.True(page.HasStatus("refused"));
        Assert.Contains(Catalogue.Products[0].Name, cart.Html, StringComparison.Ordinal);
        Assert.Empty(test.Sandbox.Orders);
    }

    [Fact]
    public async Task A_double_click_makes_one_order()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var browser = test.NewBrowser();
        await new Customer(browser, test.Shop).AddToCartAsync(Catalogue.Products[0]);
        var form = (await browser.OpenAsync("/checkout")).Form("/checkout");

        var answers = await Task.WhenAll(
            browser.SubmitAsync(form, StoryBrowser.Fields(CustomerForms.Good)),
            browser.SubmitAsync(form, StoryBrowser.Fields(CustomerForms.Good))
        );

        Assert.All(answers, answer => Assert.Equal(303, answer.Status));
        Assert.Single(test.Sandbox.Orders);
        Assert.Equal(1, test.Shop.Orders.Count);
    }

    [Fact]
    public async Task A_form_from_another_site_does_nothing()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var browser = test.NewBrowser();
        await new Customer(browser, test.Shop).AddToCartAsync(Catalogue.Products[0]);
        var checkout = await browser.OpenAsync("/checkout");
        var stranger = new StoryForm(
            checkout.Form("/checkout").Action,
            [KeyValuePair.Create("token", "guessed")]
        );

        var answer = await browser.SubmitAsync(stranger, StoryBrowser.Fields(CustomerForms.Good));

        Assert.Equal(400, answer.Status);
        Assert.Equal(0, test.Shop.Orders.Count);
        Assert.Empty(test.Sandbox.Exchanges);
    }

    [Fact]
    public async Task Another_visit_does_not_see_the_order()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var order = await OrderAsync(test, test.NewCustomer());

        var page = await test.NewCustomer().OpenAsync($"/orders/{order.InvoiceNumber}");

        Assert.Equal(404, page.Status);
        Assert.DoesNotContain(order.InvoiceNumber, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_back_proves_no_payment()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var customer = test.NewCustomer();
        var order = await OrderAsync(test, customer);

        await customer.OpenAsync(new Uri(order.Request.Order.CallbackUrl));
        var page = await customer.OpenAsync($"/orders/{order.InvoiceNumber}");

        Assert.True(page.HasStatus("awaitingpayment"));
    }

    [Fact]
    public async Task A_late_notification_is_made_up_for_by_check_status()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var browser = test.NewBrowser();
        var order = await OrderAsync(test, new Customer(browser, test.Shop));
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

    [Fact]
    public async Task A_notification_that_is_sent_again_is_acknowledged_and_taken_once()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var order = await OrderAsync(test, test.NewCustomer());
        var atDoku = test.Sandbox.Orders[order.InvoiceNumber];
        await atDoku.PayAsync(TestContext.Current.CancellationToken);

        var again = await atDoku.ResendNotificationAsync(TestContext.Current.CancellationToken);

        Assert.True(again.IsAcknowledged);
        Assert.Single(test.Shop.Orders.Find(order.InvoiceNumber)!.Notifications);
    }

    [Fact]
    public async Task What_a_customer_types_can_not_become_markup()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var customer = test.NewCustomer();
        await customer.AddToCartAsync(Catalogue.Products[0]);

        var page = await customer.CheckOutAsync(
            CustomerForms.Good with
            {
                FirstName = "\"><script>alert(1)</script>",
            }
        );

        Assert.Equal(422, page.Status);
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page.Html, StringComparison.Ordinal);
    }

    private static async Task<ShopOrder> OrderAsync(ShopUnderTest test, Customer customer)
    {
        await customer.AddToCartAsync(Catalogue.Products[1]);
        return await PlacedOrder.PlaceAsync(test.Sandbox, test.Shop, customer, CustomerForms.Good);
    }

    private static string RequestId(SandboxExchange exchange) =>
        exchange.Headers.Single(header => header.Key == "Request-Id").Value;
}
