using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Transport.Tests.Recovery;

/// <summary>Signed answers that name another order than the request's: none of them is ever accepted.</summary>
public sealed class AnotherOrderTests : IDisposable
{
    private const string Id = "0199f3a0-0000-7000-8000-000000000001";
    private readonly Bench _bench;
    private readonly KredivoDesk _desk;

    public AnotherOrderTests()
    {
        _bench = new Bench(clock: new JumpingClock());
        _desk = new KredivoDesk(_bench);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Others =>
        new()
        {
            { "\"INV-2\"", "170000" },
            { "\"inv-1\"", "170000" },
            { "\"INV-1 \"", "170000" },
            { "\"INV-1\"", "170001" },
            { "\"INV-1\"", "\"17000\"" },
            { "\"INV-1\"", "0" },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_success_about_another_order_leaves_the_outcome_unknown(
        string invoice,
        string amount
    )
    {
        _bench.Doku.Answer = request => FakeDoku.Signed(request, 200, Answer(invoice, amount));
        var outcome = await PlaceAsync();
        Assert.Equal("unknown AnotherOrder", outcome.Words());
        var unknown = Assert.IsType<OutcomeUnknown<GenerateOrderResponse>>(outcome);
        Assert.Contains("another order", unknown.NextStep, StringComparison.Ordinal);
        Assert.NotNull(unknown.StatusFrom);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_replay_of_another_order_is_a_Request_Id_conflict(
        string invoice,
        string amount
    )
    {
        _bench.Doku.Answer = request => FakeDoku.Signed(request, 409, Answer(invoice, amount));
        var refusal = Assert.IsType<Refused<GenerateOrderResponse>>(await PlaceAsync()).Refusal;
        Assert.Equal("HTTP 409, Request-Id conflict", refusal.ToString());
        Assert.True(refusal.IsVerified);
    }

    [Theory]
    [InlineData(200, "170000", "accepted")]
    [InlineData(409, "170000", "replayed")]
    [InlineData(200, "170000.00", "accepted")]
    [InlineData(409, "1.7e5", "replayed")]
    [InlineData(200, "\"0170000\"", "accepted")]
    public async Task An_amount_counts_whatever_its_spelling(
        int status,
        string amount,
        string expected
    )
    {
        _bench.Doku.Answer = request =>
            FakeDoku.Signed(request, status, Answer("\"INV-1\"", amount));
        Assert.Equal(expected, (await PlaceAsync()).Words());
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_repeat_that_is_answered_about_another_order_is_not_accepted(
        string invoice,
        string amount
    )
    {
        foreach (var status in new[] { 200, 409 })
        {
            _bench.Doku.Answer = request =>
                request.Method == HttpMethod.Get
                    ? KredivoDesk.Refusal(404, "order_not_found")
                    : FakeDoku.Signed(request, status, Answer(invoice, amount));
            Assert.Equal(
                status == 200 ? "unknown AnotherOrder" : "refused 409",
                (await RecoverAsync()).Words()
            );
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_status_of_another_order_is_not_accepted(string invoice, string amount)
    {
        _desk.Before = _ => FakeDoku.Unsigned(503, "");
        _desk.Check = request =>
            FakeDoku.Signed(
                request,
                200,
                $$$"""{"order":{"invoice_number":{{{invoice}}},"amount":{{{amount}}}},"transaction":{"status":"SUCCESS"}}"""
            );
        Assert.Equal("unknown ServerFailed", (await RecoverAsync()).Words());
    }

    [Theory]
    [InlineData("""{"transaction":{"status":"SUCCESS"}}""")]
    [InlineData("""{"order":{},"transaction":{"status":"SUCCESS"}}""")]
    [InlineData(
        """{"order":{"invoice_number":null,"amount":null},"transaction":{"status":"SUCCESS"}}"""
    )]
    [InlineData("""{"order":{"amount":"170000"},"transaction":{"status":"SUCCESS"}}""")]
    public async Task What_a_status_doesnt_say_is_no_difference(string body)
    {
        _desk.Before = _ => FakeDoku.Unsigned(503, "");
        _desk.Check = request => FakeDoku.Signed(request, 200, body);
        Assert.Equal("replayed", (await RecoverAsync()).Words());
    }

    public void Dispose() => _bench.Dispose();

    private static string Answer(string invoice, string amount) =>
        $$$"""{"order":{"invoice_number":{{{invoice}}},"amount":{{{amount}}}},"peer_to_peer_info":{"status":"PENDING"}}""";

    private Task<ContractOutcome<GenerateOrderResponse>> PlaceAsync() =>
        _bench
            .Services.GetRequiredService<IKredivoClient>()
            .GenerateOrderAsync(KredivoDesk.Order(), new ContractCall { RequestId = Id }, Cancel);

    private Task<ContractOutcome<RecoveredOrder<GenerateOrderResponse>>> RecoverAsync() =>
        _bench
            .Services.GetRequiredService<
                IContractRecovery<GenerateOrderRequest, GenerateOrderResponse>
            >()
            .RecoverAsync(Id, KredivoDesk.Order(), Cancel);
}
