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
    public async Task A_fee_is_borne_by_its_seller_and_by_no_other()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var customer = test.NewCustomer();
        await customer.AddToCartAsync(Catalogue.Products[0]);
        var request = (await test.OrderAsync(customer)).Request;

        Assert.Equal(["KEBUN-GAYO", "SANGGAR-MEGA"], request.Sellers!.Select(seller => seller.Id));
        var fee = Assert.Single(request.Order.LineItems, line => line.ParentId is not null);
        Assert.Equal("SELLER", fee.ParentType);
        Assert.Equal("SANGGAR-MEGA", fee.ParentId);
        Assert.Equal(145_000 + 385_000 + 18_000, test.Sandbox.Orders.Single().Amount);
    }

    [Fact]
    public async Task A_known_address_fills_its_fields_and_leaves_the_others_as_typed()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var browser = test.NewBrowser();
        await new Customer(browser, test.Shop).AddToCartAsync(Catalogue.Products[0]);
        var checkout = await browser.OpenAsync("/checkout");

        var page = await browser.SubmitAsync(
            checkout.Form("/checkout"),
            [
                .. StoryBrowser.Fields(new() { FirstName = "Ratna" }),
                KeyValuePair.Create("use", "kantor"),
            ]
        );

        Assert.Equal(200, page.Status);
        Assert.Contains("value=\"Ratna\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"12190\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, test.Shop.Orders.Count);
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
    public async Task An_expired_order_is_begun_again_once_under_the_next_number()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var browser = test.NewBrowser();
        var first = await test.OrderAsync(new Customer(browser, test.Shop));
        await test
            .Sandbox.Orders[first.InvoiceNumber]
            .ExpireAsync(TestContext.Current.CancellationToken);
        await test.WaitForAsync(first.InvoiceNumber, OrderState.Expired);
        var form = (await browser.OpenAsync($"/orders/{first.InvoiceNumber}")).Form("/again");

        await Task.WhenAll(browser.SubmitAsync(form), browser.SubmitAsync(form));

        var second = test.Shop.Orders.Find(first.InvoiceNumber + "-2");
        Assert.Equal(2, test.Shop.Orders.Count);
        Assert.Equal(2, test.Sandbox.Orders.Count);
        Assert.Equal(first.Request.ShippingAddress, second?.Request.ShippingAddress);
        Assert.NotEqual(first.RequestId, second?.RequestId);
        Assert.Equal(second?.InvoiceNumber, test.Shop.Orders.Find(first.InvoiceNumber)!.ReplacedBy);
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
        var order = await test.OrderAsync(test.NewCustomer());

        var page = await test.NewCustomer().OpenAsync($"/orders/{order.InvoiceNumber}");

        Assert.Equal(404, page.Status);
        Assert.DoesNotContain(order.InvoiceNumber, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_back_proves_no_payment()
    {
        await using var test = await ShopUnderTest.StartAsync();
        var customer = test.NewCustomer();
        var order = await test.OrderAsync(customer);

        await customer.OpenAsync(new Uri(order.Request.Order.CallbackUrl));
        var page = await customer.OpenAsync($"/orders/{order.InvoiceNumber}");

        Assert.True(page.HasStatus("awaitingpayment"));
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
                City = "",
            }
        );

        Assert.Equal(422, page.Status);
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page.Html, StringComparison.Ordinal);
    }
}
