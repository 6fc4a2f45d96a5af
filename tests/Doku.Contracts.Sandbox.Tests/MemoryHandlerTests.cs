using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class MemoryHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_the_whole_payment_without_a_socket()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox, handler: sandbox.CreateHandler());

        var url = await shop.PlaceAsync();
        var page = await shop.OpenAsync(url);
        var paid = await shop.PressAsync(url, "pay");
        var status = await shop.StatusAsync("INV-1");

        Assert.StartsWith("http://doku.localhost/kredivo/pay/", url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(HttpStatusCode.SeeOther, paid.Status);
        Assert.Equal("SUCCESS", (string?)status.Json["transaction"]!["status"]);
    }

    [Fact]
    public async Task Serves_socket_and_memory_side_by_side()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var bySocket = new Shop(sandbox);
        using var byMemory = new Shop(sandbox, handler: sandbox.CreateHandler());
        await bySocket.PlaceAsync();

        var replay = await byMemory.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.Conflict, replay.Status);
    }

    [Theory]
    [InlineData(SandboxFault.DropAfterCommit)]
    [InlineData(SandboxFault.ConnectionReset)]
    [InlineData(SandboxFault.TruncatedBody)]
    public async Task Loses_a_connection_as_a_socket_does(SandboxFault fault)
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox, handler: sandbox.CreateHandler());
        sandbox.Faults.Next(fault);

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.OrderAsync(Bodies.Valid()));
        var again = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    [Fact]
    public async Task Carries_a_body_larger_than_its_pipe()
    {
        await using var sandbox = await StartAsync();
        using var shop = new Shop(sandbox, handler: sandbox.CreateHandler());
        var body = new byte[1024 * 1024];
        Array.Fill(body, (byte)' ');
        Bodies.Valid().CopyTo(body, 0);

        var answer = await shop.OrderAsync(body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Leads_nowhere_when_the_sandbox_is_disposed()
    {
        var sandbox = await StartAsync();
        using var shop = new Shop(sandbox, handler: sandbox.CreateHandler());
        await sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.OrderAsync(Bodies.Valid()));
    }

    private static Task<DokuSandbox> StartAsync() =>
        DokuSandbox.StartAsync(options => options.UseSocket = false, Cancellation);
}
