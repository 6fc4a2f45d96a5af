using System.Net;
using System.Text;
using Doku.Contracts.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Sandbox.Tests;

public sealed class GenerateOrderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_an_order_as_DOKU_documents_it()
    {
        var clock = new FakeTimeProvider(
            new DateTimeOffset(2026, 11, 22, 20, 30, 0, TimeSpan.Zero)
        );
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.TimeProvider = clock,
            Cancellation
        );
        using var shop = new Shop(sandbox, clock);

        var answer = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.Headers["Content-Type"]);
        Assert.Equal("INV-1", (string?)answer.Json["order"]!["invoice_number"]);
        Assert.Equal(170000, (long)answer.Json["order"]!["amount"]!);
        var info = answer.Json["peer_to_peer_info"]!;
        Assert.Equal("PENDING", (string?)info["status"]);
        Assert.Equal("20261123033000", (string?)info["created_date"]);
        Assert.Equal("20261123043000", (string?)info["expired_date"]);
        Assert.Equal("20261122203000", (string?)info["created_date_utc"]);
        Assert.Equal("20261122213000", (string?)info["expired_date_utc"]);
        Assert.Equal("R7-0001", (string?)info["merchant_unique_reference"]);
        Assert.Empty(info["identifier"]!.AsArray());
        Assert.StartsWith(
            sandbox.BaseAddress + "kredivo/pay/",
            (string?)answer.Json["payment"]!["url"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Signs_the_very_bytes_of_its_answer()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);

        var answer = await shop.OrderAsync(Bodies.Valid(), "R-signed");

        Assert.True(answer.IsSignedFor(sandbox, "R-signed", Shop.GenerateOrder));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", answer.Headers["Response-Timestamp"]);
    }

    [Fact]
    public async Task Lists_every_broken_rule_with_its_pointer_and_signs_the_refusal()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var body = Bodies.With(order =>
        {
            order["order"]!["line_items"]![0]!["quantity"] = -1;
            order["customer"]!.AsObject().Remove("first_name");
            order["customer"]!["phone"] = "+62 RAHASIA";
        });

        var answer = await shop.OrderAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.IsSignedFor(sandbox, "R-1", Shop.GenerateOrder));
        var messages = answer.Json["error_messages"]!
            .AsArray()
            .Select(text => (string)text!)
            .ToList();
        Assert.Contains("/customer/first_name: is required", messages);
        Assert.Contains("/order/line_items/0/quantity: is less than 0", messages);
        Assert.Contains("/order/amount: is not the sum of price times quantity", messages);
        Assert.Contains(
            messages,
            text => text.StartsWith("/customer/phone: ", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("RAHASIA", answer.Text, StringComparison.Ordinal);
        Assert.Empty(sandbox.Orders);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    public async Task Refuses_a_body_that_is_not_JSON(string text)
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);

        var answer = await shop.OrderAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(": the body is not JSON", (string?)answer.Json["error_messages"]![0]);
    }

    [Fact]
    public async Task Replays_the_original_body_for_the_same_request()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var first = await shop.OrderAsync(Bodies.Valid());
        await sandbox.Orders["INV-1"].PayAsync(Cancellation);

        var second = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(first.Body, second.Body);
        Assert.True(second.IsSignedFor(sandbox, "R-1", Shop.GenerateOrder));
        Assert.Single(sandbox.Orders);
    }

    [Fact]
    public async Task Makes_one_order_of_many_attempts_at_once()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => shop.OrderAsync(Bodies.Valid()))
        );

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
    }

    [Fact]
    public async Task Calls_another_body_under_the_same_Request_Id_a_conflict()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync();

        var answer = await shop.OrderAsync(Bodies.Valid("INV-2"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("idempotency_conflict", answer.ErrorCode);
        Assert.True(answer.IsSignedFor(sandbox, "R-1", Shop.GenerateOrder));
        Assert.Null(sandbox.Orders.Find("INV-2"));
    }

    [Fact]
    public async Task Refuses_an_invoice_number_a_second_time()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        await shop.PlaceAsync(requestId: "R-1");

        var answer = await shop.OrderAsync(Bodies.Valid(), "R-2");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("""{"message":["invoice number is already used"]}""", answer.Text);
        Assert.True(answer.IsSignedFor(sandbox, "R-2", Shop.GenerateOrder));
    }

    [Fact]
    public async Task Leaves_a_Request_Id_free_when_its_body_was_refused()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var refused = await shop.OrderAsync(Bodies.With(order => order["order"]!["amount"] = 1));

        var accepted = await shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
    }

    [Fact]
    public async Task Refuses_a_body_over_one_mebibyte()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);

        var answer = await shop.OrderAsync(new byte[(1024 * 1024) + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(413, Assert.Single(sandbox.Exchanges).Status);
    }

    [Fact]
    public async Task Judges_a_body_of_exactly_one_mebibyte()
    {
        await using var sandbox = await DokuSandbox.StartAsync(cancellationToken: Cancellation);
        using var shop = new Shop(sandbox);
        var body = new byte[1024 * 1024];
        Array.Fill(body, (byte)' ');
        Bodies.Valid().CopyTo(body, 0);

        var answer = await shop.OrderAsync(body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }
}
