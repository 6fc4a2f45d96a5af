using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class MerchantTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_merchants_apart_who_use_the_same_numbers()
    {
        await using var firstInbox = await NotificationInbox.StartAsync();
        await using var otherInbox = await NotificationInbox.StartAsync();
        await using var sandbox = await StartAsync();
        var other = sandbox.Merchants["toko-teh"];
        sandbox.NotificationUrl = firstInbox.Url();
        other.NotificationUrl = otherInbox.Url();
        using var firstShop = new Shop(sandbox);
        using var otherShop = new Shop(sandbox, merchant: other);

        var one = await firstShop.OrderAsync(Bodies.Valid());
        var two = await otherShop.OrderAsync(Bodies.Valid());
        await sandbox.Orders.Find("INV-1", other.ClientId)!.PayAsync(Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.Status, two.Status));
        Assert.Equal(2, sandbox.Orders.Count);
        Assert.Empty(firstInbox.Received);
        Assert.Equal(other.ClientId, Assert.Single(otherInbox.Received).Headers["Client-Id"]);
        Assert.Equal(
            SandboxOrderStatus.Pending,
            sandbox.Orders.Find("INV-1", sandbox.ClientId)!.Status
        );
    }

    [Fact]
    public async Task Shows_no_merchant_the_orders_of_another()
    {
        await using var sandbox = await StartAsync();
        using var firstShop = new Shop(sandbox);
        using var otherShop = new Shop(sandbox, merchant: sandbox.Merchants["toko-teh"]);
        await firstShop.PlaceAsync();

        var byInvoice = await otherShop.StatusAsync("INV-1");
        var byRequest = await otherShop.StatusAsync("R-1");

        Assert.Equal(HttpStatusCode.NotFound, byInvoice.Status);
        Assert.Equal(HttpStatusCode.NotFound, byRequest.Status);
    }

    [Fact]
    public async Task Gives_each_merchant_credentials_of_its_own_and_takes_more_while_it_runs()
    {
        await using var sandbox = await StartAsync();

        var third = sandbox.Merchants.Add("toko-susu", "BRN-0001-1234567890123", "SK-susu");
        using var shop = new Shop(sandbox, merchant: third);
        var answer = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("BRN-0001-1234567890123", answer.Headers["Client-Id"]);
        Assert.Equal(3, sandbox.Merchants.Select(one => one.ClientId).Distinct().Count());
        Assert.Equal(3, sandbox.Merchants.Select(one => one.SecretKey).Distinct().Count());
    }

    [Fact]
    public async Task Refuses_a_second_merchant_of_the_same_name()
    {
        await using var sandbox = await StartAsync();

        Assert.Throws<ArgumentException>(() => sandbox.Merchants.Add("toko-teh"));
        Assert.Throws<KeyNotFoundException>(() => sandbox.Merchants["toko-roti"]);
    }

    private static Task<DokuSandbox> StartAsync() =>
        DokuSandbox.StartAsync(
            options =>
            {
                options.MerchantName = "toko-kopi";
                options.Merchants.Add(new SandboxMerchantOptions { Name = "toko-teh" });
            },
            Cancellation
        );
}
