using System.Net;
using System.Text;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class SandboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listens_on_127_0_0_1_alone()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);

        Assert.Equal("127.0.0.1", sandbox.BaseAddress.Host);
        Assert.NotEqual(80, sandbox.BaseAddress.Port);
    }

    [Fact]
    public async Task Makes_credentials_of_DOKUs_form()
    {
        await using var one = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        await using var other = await DokuSandbox.StartAsync(cancellationToken: Cancellation);

        Assert.Matches(@"^MCH-\d{4}-\d{14}$", one.ClientId);
        Assert.Matches("^SK-[0-9a-f]{32}$", one.SecretKey);
        Assert.NotEqual(one.SecretKey, other.SecretKey);
    }

    [Fact]
    public async Task Keeps_the_credentials_that_it_is_given()
    {
        await using var sandbox = await DokuSandbox.StartAsync(
            options =>
            {
                options.ClientId = "BRN-0001-1234567890123";
                options.SecretKey = "SK-mine";
            },
            Cancellation
        );
        using var shop = new Shop(sandbox);

        var answer = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("BRN-0001-1234567890123", answer.Headers["Client-Id"]);
    }

    [Theory]
    [InlineData("https://toko.example/n")]
    [InlineData("http://192.168.1.10/n")]
    [InlineData("http://0.0.0.0/n")]
    [InlineData("http://127.0.0.1.toko.example/n")]
    [InlineData("file:///n")]
    [InlineData("ftp://127.0.0.1/n")]
    public async Task Refuses_a_notification_URL_off_this_machine(string url)
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            DokuSandbox.StartAsync(options => options.NotificationUrl = new Uri(url), Cancellation)
        );
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        Assert.Throws<ArgumentException>(() => sandbox.NotificationUrl = new Uri(url));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/n")]
    [InlineData("http://localhost/n")]
    [InlineData("https://[::1]/n")]
    public async Task Takes_a_notification_URL_on_this_machine(string url)
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);

        sandbox.NotificationUrl = new Uri(url);

        Assert.Equal(new Uri(url), sandbox.NotificationUrl);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public async Task Refuses_a_port_that_is_none(int port)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            DokuSandbox.StartAsync(options => options.Port = port, Cancellation)
        );
    }

    [Fact]
    public async Task Says_so_when_the_port_is_taken()
    {
        await using var first = await DokuSandbox.StartAsync(cancellationToken: Cancellation);

        await Assert.ThrowsAnyAsync<IOException>(() =>
            DokuSandbox.StartAsync(options => options.Port = first.BaseAddress.Port, Cancellation)
        );
    }

    [Fact]
    public async Task Records_each_exchange_as_it_came()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        await shop.OrderAsync(Bodies.Valid());
        await shop.StatusAsync("INV-9?a=b");

        var exchanges = sandbox.Exchanges;

        Assert.Equal(["POST", "GET"], exchanges.Select(one => one.Method));
        Assert.Equal([200, 404], exchanges.Select(one => one.Status));
        Assert.Equal("/orders/v1/status/INV-9?a=b", exchanges[1].Path);
        Assert.Equal(Bodies.Valid(), exchanges[0].Body.ToArray());
        Assert.Contains(KeyValuePair.Create("Request-Id", "R-1"), exchanges[0].Headers);
    }

    [Fact]
    public async Task Remembers_no_more_exchanges_than_it_may()
    {
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.ExchangeCapacity = 2,
            Cancellation
        );
        using var shop = new Shop(sandbox);
        foreach (var reference in new[] { "1", "2", "3" })
        {
            await shop.StatusAsync(reference);
        }

        Assert.Equal(
            ["/orders/v1/status/2", "/orders/v1/status/3"],
            sandbox.Exchanges.Select(one => one.Path)
        );
    }

    [Fact]
    public async Task Knows_no_other_path()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);

        var answer = await shop.OpenAsync(new Uri(sandbox.BaseAddress, "nowhere").AbsoluteUri);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("not_found", answer.ErrorCode);
    }

    [Fact]
    public async Task Says_which_order_it_does_not_have()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);

        var fault = Assert.Throws<KeyNotFoundException>(() => sandbox.Orders["INV-404"]);

        Assert.Contains("INV-404", fault.Message, StringComparison.Ordinal);
        Assert.Null(sandbox.Orders.Find("INV-404"));
    }

    [Fact]
    public async Task Stops_listening_when_it_is_disposed()
    {
        var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        await sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            shop.OrderAsync(Encoding.UTF8.GetBytes("{}"))
        );
    }
}
