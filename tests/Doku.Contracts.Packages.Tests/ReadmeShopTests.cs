using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Doku.Contracts.Packages.Tests.Support;
using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.Packages.Tests;

/// <summary>The README's shop does what the README says, when it is copied into a new project.</summary>
public sealed partial class ReadmeShopTests(ShopOfTheReadme readme) : IClassFixture<ShopOfTheReadme>
{
    private const string NotificationPath = "/payments/notifications";

    // What the README sends with curl.
    private static readonly string Address = CurlBody()
        .Match(Readme.Block("sh", containing: "curl"))
        .Groups[1]
        .Value;

    private readonly RunningShop _shop = readme.Shop;

    [Fact]
    public async Task Places_an_order_at_the_servers_price_and_returns_the_payment_page()
    {
        var body = JsonNode.Parse(Address)!;
        body["price"] = 1;
        body["amount"] = 1;

        var response = await _shop.PostAsync("orders/teh-melati-100g", body.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.Status);
        var order = Assert.Single(
            _shop.Sandbox.Orders,
            one => one.PaymentUrl.ToString() == response.Body
        );
        Assert.Equal(40_000, order.Amount);
        Assert.Equal("UNCONFIRMED", (await _shop.GetAsync($"orders/{order.InvoiceNumber}")).Body);
    }

    [Fact]
    public async Task Answers_a_field_that_breaks_its_contract_with_a_problem_document()
    {
        var before = _shop.Sandbox.Exchanges.Count;

        await SendBadFieldAsync(_shop);

        Assert.Equal(before, _shop.Sandbox.Exchanges.Count);
    }

    [Fact]
    public async Task Knows_no_other_products_and_orders()
    {
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _shop.PostAsync("orders/gold", Address)).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await _shop.GetAsync("orders/none")).Status);
    }

    [Fact]
    public async Task A_payment_takes_effect_once_however_often_it_is_notified()
    {
        var order = await PlaceAsync(_shop);

        await order.PayAsync(TestContext.Current.CancellationToken);
        var notification = _shop.Sandbox.Notifications.Single(one =>
            one.InvoiceNumber == order.InvoiceNumber
        );
        await notification.ResendAsync(TestContext.Current.CancellationToken);

        Assert.Equal([200, 200], notification.Attempts.Select(one => one.Status));
        Assert.Equal("SUCCESS", (await _shop.GetAsync($"orders/{order.InvoiceNumber}")).Body);
        Assert.Single(Regex.Matches(_shop.Output, $"Ship order {order.InvoiceNumber}"));
    }

    [Fact]
    public async Task Refuses_a_forged_notification()
    {
        var order = await PlaceAsync(_shop);

        var response = await NotifyAsync(order, order.Amount, secret: "SK-forger");

        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
        Assert.Equal("UNCONFIRMED", (await _shop.GetAsync($"orders/{order.InvoiceNumber}")).Body);
    }

    [Fact]
    public async Task Does_not_take_a_notification_with_another_amount()
    {
        var order = await PlaceAsync(_shop);

        var response = await NotifyAsync(order, order.Amount - 1, _shop.Sandbox.SecretKey);

        Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        Assert.Equal("UNCONFIRMED", (await _shop.GetAsync($"orders/{order.InvoiceNumber}")).Body);
    }

    /// <summary>Places an order as the README does.</summary>
    internal static async Task<SandboxOrder> PlaceAsync(RunningShop shop)
    {
        var response = await shop.PostAsync("orders/kopi-gayo-250g", Address);
        Assert.True(response.Status == HttpStatusCode.OK, response.Body + shop.Output);
        return shop.Sandbox.Orders.Single(one => one.PaymentUrl.ToString() == response.Body);
    }

    /// <summary>Sends a name that Kredivo doesn't take, and sees that the response says so.</summary>
    internal static async Task SendBadFieldAsync(RunningShop shop)
    {
        var body = JsonNode.Parse(Address)!;
        body["first_name"] = "Sari\u0007";

        var response = await shop.PostAsync("orders/kopi-gayo-250g", body.ToJsonString());

        Assert.True(response.Status == HttpStatusCode.BadRequest, response.Body + shop.Output);
        Assert.Equal("application/problem+json", response.ContentType);
        var errors = JsonNode.Parse(response.Body)!["errors"]!.AsObject();
        Assert.Contains("U+0007", errors["/shipping_address/first_name"]![0]!.GetValue<string>());
    }

    /// <summary>Says that an order is paid, by a hand that has the secret or hasn't.</summary>
    private Task<RunningShop.Response> NotifyAsync(SandboxOrder order, long amount, string secret)
    {
        var stamp = $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}";
        var body = $$"""
            {
              "service": { "id": "PEER_TO_PEER" },
              "order": { "invoice_number": "{{order.InvoiceNumber}}", "amount": {{amount}} },
              "transaction": { "status": "SUCCESS", "date": "{{stamp}}" }
            }
            """;
        return _shop.PostAsync(
            NotificationPath,
            body,
            ("Client-Id", order.ClientId),
            ("Request-Id", order.RequestId),
            ("Request-Timestamp", stamp),
            (
                "Signature",
                Signer.Sign(
                    secret,
                    "Request-Timestamp",
                    order.ClientId,
                    order.RequestId,
                    stamp,
                    NotificationPath,
                    Encoding.UTF8.GetBytes(body)
                )
            )
        );
    }

    [GeneratedRegex("--json '(.*?)'", RegexOptions.Singleline)]
    private static partial Regex CurlBody();
}
