using System.Net;
using System.Text;
using Doku.Contracts.Sandbox.Tests.Support;

namespace Doku.Contracts.Sandbox.Tests;

/// <summary>A new contract is a folder of schema files, and not one line of the sandbox's code.</summary>
public sealed class MadeUpContractTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private DokuSandbox _sandbox = null!;
    private Shop _shop = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _folder.Write(
            "ferry/ferry.contract.json",
            """
            {"contract":"Ferry","operations":{
              "Book":{"method":"POST","path":"/ferry/v1/book","request":"book.request.schema.json","response":"book.response.schema.json"},
              "Find":{"method":"GET","path":"/ferry/v1/bookings/{code}","response":"book.response.schema.json"},
              "Ping":{"method":"GET","path":"/ferry/v1/ping","response":"ping.schema.json"},
              "Pay":{"method":"POST","path":"/ferry/v1/pay","request":"pay.request.schema.json","response":"pay.response.schema.json"},
              "CancelPayment":{"method":"POST","path":"/ferry/v1/cancel","request":"pay.request.schema.json","response":"state.schema.json"},
              "RefundPayment":{"method":"POST","path":"/ferry/v1/refund","request":"pay.request.schema.json","response":"state.schema.json"}},
             "notifications":{"Told":{"body":"state.schema.json"}}}
            """
        );
        _folder.Write(
            "ferry/book.request.schema.json",
            """
            {"type":"object","required":["passenger","seats"],"properties":{
              "passenger":{"type":"string","maxLength":20,"pattern":"^[A-Za-z ]+$"},
              "seats":{"type":"integer","minimum":1,"maximum":9}}}
            """
        );
        _folder.Write(
            "ferry/book.response.schema.json",
            """
            {"type":"object","required":["passenger","seats","code","sails_at","legs"],"properties":{
              "passenger":{"type":"string"},"seats":{"type":"integer"},
              "code":{"type":"string","minLength":6,"maxLength":6,"pattern":"^[A-Z0-9]{6}$"},
              "sails_at":{"type":"string","format":"date-time"},
              "deck":{"type":"string"},
              "legs":{"type":"array","minItems":1,"items":{"type":"object","required":["from"],
                "properties":{"from":{"type":"string","enum":["Merak","Bakauheni"]}}}}}}
            """
        );
        _folder.Write(
            "ferry/ping.schema.json",
            """{"type":"object","required":["up"],"properties":{"up":{"type":"boolean"}}}"""
        );
        _folder.Write(
            "ferry/pay.request.schema.json",
            """
            {"type":"object","required":["order"],"properties":{"order":{"type":"object","required":["invoice_number"],
              "properties":{"invoice_number":{"$ref":"../common/invoice.schema.json#/$defs/invoiceNumber"},
              "amount":{"type":"integer"}}}}}
            """
        );
        _folder.Write(
            "ferry/pay.response.schema.json",
            """
            {"type":"object","required":["response"],"properties":{"response":{"type":"object","required":["order","payment"],
              "properties":{
                "order":{"type":"object","required":["amount"],"properties":{"amount":{"type":"string"}}},
                "payment":{"type":"object","required":["url"],"properties":{"url":{"type":"string","format":"uri"}}}}}}}
            """
        );
        _folder.Write(
            "ferry/state.schema.json",
            """
            {"type":"object","required":["order","transaction"],"properties":{
              "order":{"type":"object","required":["invoice_number"],"properties":{"invoice_number":{"type":"string"}}},
              "transaction":{"type":"object","required":["status"],"properties":{"status":{"type":"string"}}}}}
            """
        );
        _sandbox = await DokuSandbox.StartAsync(
            options => options.SchemaFolder = _folder.Root,
            Cancellation
        );
        _shop = new Shop(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Answers_by_the_schema_with_what_was_asked_and_the_rest_made_up()
    {
        var answer = await PostAsync("/ferry/v1/book", """{"passenger":"Sari","seats":2}""", "R-1");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.IsSignedFor(_sandbox, "R-1", "/ferry/v1/book"));
        Assert.Equal("Sari", (string?)answer.Json["passenger"]);
        Assert.Equal(2, (int)answer.Json["seats"]!);
        Assert.Matches("^[A-Z0-9]{6}$", (string?)answer.Json["code"]);
        Assert.Equal("Merak", (string?)answer.Json["legs"]![0]!["from"]);
        Assert.Null(answer.Json["deck"]);
    }

    [Fact]
    public async Task Judges_bodies_replays_and_finds_conflicts_as_for_any_contract()
    {
        const string body = """{"passenger":"Sari","seats":2}""";
        var first = await PostAsync("/ferry/v1/book", body, "R-1");

        var replay = await PostAsync("/ferry/v1/book", body, "R-1");
        var conflict = await PostAsync(
            "/ferry/v1/book",
            """{"passenger":"Budi","seats":2}""",
            "R-1"
        );
        var refused = await PostAsync(
            "/ferry/v1/book",
            """{"passenger":"S4ri","seats":10}""",
            "R-2"
        );

        Assert.Equal(HttpStatusCode.Conflict, replay.Status);
        Assert.Equal(first.Text, replay.Text);
        Assert.Equal("idempotency_conflict", conflict.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            ["/passenger: does not match ^[A-Za-z ]+$", "/seats: is greater than 9"],
            refused.Json["error_messages"]!.AsArray().Select(text => (string?)text)
        );
    }

    [Fact]
    public async Task Reads_back_what_it_answered()
    {
        var booked = await PostAsync("/ferry/v1/book", """{"passenger":"Sari","seats":2}""", "R-1");
        var code = (string)booked.Json["code"]!;

        var found = await GetAsync("/ferry/v1/bookings/" + code);
        var unknown = await GetAsync("/ferry/v1/bookings/NONONO");

        Assert.Equal("Sari", (string?)found.Json["passenger"]);
        Assert.Equal(code, (string?)found.Json["code"]);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.True((bool)(await GetAsync("/ferry/v1/ping")).Json["up"]!);
    }

    [Fact]
    public async Task Makes_pays_refunds_and_cancels_orders()
    {
        await using var inbox = await NotificationInbox.StartAsync();
        _sandbox.NotificationUrl = inbox.Url();
        var first = await PostAsync("/ferry/v1/pay", Order("INV-1"), "R-1");
        await PostAsync("/ferry/v1/pay", Order("INV-2"), "R-2");
        var early = await PostAsync("/ferry/v1/refund", Order("INV-1"), "R-3");
        await _sandbox.Orders["INV-1"].PayAsync(Cancellation);

        var refunded = await PostAsync("/ferry/v1/refund", Order("INV-1"), "R-4");
        var cancelled = await PostAsync("/ferry/v1/cancel", Order("INV-2"), "R-5");
        var again = await PostAsync("/ferry/v1/cancel", Order("INV-2"), "R-6");
        var unknown = await PostAsync("/ferry/v1/cancel", Order("INV-9"), "R-7");
        foreach (var status in new[] { SandboxOrderStatus.Refunded, SandboxOrderStatus.Expired })
        {
            await _sandbox.Notifications.WaitForAsync(
                one => one.Status == status && one.IsAcknowledged,
                TimeSpan.FromSeconds(30),
                Cancellation
            );
        }

        Assert.Equal("5000", (string?)first.Json["response"]!["order"]!["amount"]);
        Assert.Equal(
            _sandbox.Orders["INV-1"].PaymentUrl.AbsoluteUri,
            (string?)first.Json["response"]!["payment"]!["url"]
        );
        Assert.Equal("""{"message":["the order is not paid"]}""", early.Text);
        Assert.Equal("REFUNDED", (string?)refunded.Json["transaction"]!["status"]);
        Assert.Equal("EXPIRED", (string?)cancelled.Json["transaction"]!["status"]);
        Assert.Equal("order_expired", again.ErrorCode);
        Assert.Equal("order_not_found", unknown.ErrorCode);
        Assert.Equal(["EXPIRED", "REFUNDED", "SUCCESS"], inbox.Told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Serves_the_built_in_contracts_beside_it()
    {
        var answer = await _shop.OrderAsync(Bodies.Valid());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Says_which_schema_it_can_not_answer()
    {
        _folder.Write(
            "ferry/ping.schema.json",
            """{"type":"object","required":["up"],"properties":{"up":{"type":"string","pattern":"^(tide|ebb)$"}}}"""
        );
        await using var sandbox = await DokuSandbox.StartAsync(
            options => options.SchemaFolder = _folder.Root,
            Cancellation
        );
        using var shop = new Shop(sandbox);

        var answer = await shop.SendAsync(shop.Sign(HttpMethod.Get, "/ferry/v1/ping", null, "R-1"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("sandbox_has_no_answer", answer.ErrorCode);
        Assert.Contains("ferry/ping.schema.json", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_schema_file_that_is_not_JSON()
    {
        _folder.Write("ferry/broken.schema.json", "{");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() =>
            DokuSandbox.StartAsync(options => options.SchemaFolder = _folder.Root, Cancellation)
        );

        Assert.Contains("ferry/broken.schema.json", fault.Message, StringComparison.Ordinal);
    }

    private static string Order(string invoice) =>
        $$$"""{"order":{"invoice_number":"{{{invoice}}}","amount":5000}}""";

    private Task<Answer> PostAsync(string path, string body, string requestId) =>
        _shop.SendAsync(_shop.Sign(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), requestId));

    private Task<Answer> GetAsync(string path) =>
        _shop.SendAsync(_shop.Sign(HttpMethod.Get, path, null, "R-G"));
}
