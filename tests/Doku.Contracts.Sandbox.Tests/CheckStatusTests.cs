using System.Net;
using Doku.Contracts.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class CheckStatusTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("INV-1")]
    [InlineData("R-1")]
    public async Task Answers_by_invoice_number_and_by_Request_Id(string reference)
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();

        var answer = await shop.StatusAsync(reference);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.IsSignedFor(sandbox, "R-S", "/orders/v1/status/" + reference));
        Assert.Equal("INV-1", (string?)answer.Json["order"]!["invoice_number"]);
        Assert.Equal("PENDING", (string?)answer.Json["transaction"]!["status"]);
        Assert.Equal("R-1", (string?)answer.Json["transaction"]!["original_request_id"]);
    }

    [Fact]
    public async Task Finds_an_invoice_number_that_is_escaped_in_the_path()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync(Bodies.Valid("INV/1"));

        var answer = await shop.StatusAsync("INV%2F1");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.IsSignedFor(sandbox, "R-S", "/orders/v1/status/INV%2F1"));
    }

    [Fact]
    public async Task Tells_that_an_order_is_paid()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        var answer = await shop.StatusAsync("INV-1");

        Assert.Equal("SUCCESS", (string?)answer.Json["transaction"]!["status"]);
        Assert.Equal("SUCCESS", (string?)answer.Json["peer_to_peer_info"]!["status"]);
    }

    [Fact]
    public async Task Tells_that_the_time_to_pay_is_over()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero));
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.TimeProvider = clock,
            Cancellation
        );
        using var shop = new Shop(sandbox, clock);
        await shop.PlaceAsync();
        clock.Advance(TimeSpan.FromMinutes(60));

        var answer = await shop.StatusAsync("INV-1");

        Assert.Equal("EXPIRED", (string?)answer.Json["transaction"]!["status"]);
        Assert.Equal("2026-11-22T02:00:00Z", (string?)answer.Json["transaction"]!["date"]);
    }

    [Fact]
    public async Task Knows_no_order_that_was_never_placed()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);

        var answer = await shop.StatusAsync("INV-9");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("order_not_found", answer.ErrorCode);
        Assert.True(answer.IsSignedFor(sandbox, "R-S", "/orders/v1/status/INV-9"));
    }
}
