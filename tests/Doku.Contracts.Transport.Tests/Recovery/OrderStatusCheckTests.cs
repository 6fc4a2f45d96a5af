using System.Text;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Transport.Tests.Recovery;

/// <summary>A response to a status check, in the form of the notification that DOKU would have sent.</summary>
public sealed class OrderStatusCheckTests
{
    private const string Whole = """
        {"service":{"id":"PEER_TO_PEER"},"acquirer":{"name":"Kredivo"},"channel":{"id":"PEER_TO_PEER_KREDIVO"},
         "order":{"invoice_number":"INV-1","amount":"150000"},
         "transaction":{"status":"SUCCESS","date":"2026-11-22T01:55:12Z","original_request_id":"call-1"},
         "peer_to_peer_info":{"merchant_unique_reference":"REF-1"}}
        """;

    [Fact]
    public async Task Every_member_of_the_notification_is_there_and_nothing_is_made_up()
    {
        var report = (await AskAsync(Whole)).EnsureAccepted();

        Assert.Equal<ContractStatus?>(PaylaterStatus.Success, report.Status);
        Assert.True(
            PaylaterNotification.TryRead(report.Notification.Span, out var notification, out _)
        );
        Assert.Equal(
            ("INV-1", 150_000),
            (notification.Order.InvoiceNumber, notification.Order.Amount)
        );
        Assert.Equal("call-1", notification.Transaction.OriginalRequestId);
        Assert.Equal(ChannelId.PeerToPeerKredivo, notification.Channel!.Id);
        Assert.Equal("REF-1", notification.PeerToPeerInfo!.MerchantUniqueReference);
        Assert.Null(notification.Acquirer!.Id);
        Assert.DoesNotContain("INV-1", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_response_gives_the_same_bytes()
    {
        var first = (await AskAsync(Whole)).EnsureAccepted();
        var second = (await AskAsync(Whole.Replace("\n", ""))).EnsureAccepted();
        Assert.Equal(first.Notification.ToArray(), second.Notification.ToArray());
    }

    [Fact]
    public async Task A_status_is_enough_for_a_notification()
    {
        var report = (await AskAsync("""{"transaction":{"status":"SUCCESS"}}""")).EnsureAccepted();

        Assert.True(
            PaylaterNotification.TryRead(report.Notification.Span, out var notification, out _)
        );
        Assert.Equal("INV-1", notification.Order.InvoiceNumber);
        Assert.Null(notification.Order.Amount);
    }

    [Theory]
    [InlineData("""{"order":{"amount":150000}}""")]
    [InlineData("{}")]
    public async Task A_response_that_makes_no_notification_keeps_its_own_members(string json)
    {
        var report = (await AskAsync(json)).EnsureAccepted();

        Assert.Null(report.Status);
        Assert.False(PaylaterNotification.TryRead(report.Notification.Span, out _, out _));
        // The path was signed: which order it is about is known.
        Assert.Contains(
            "\"invoice_number\":\"INV-1\"",
            Encoding.UTF8.GetString(report.Notification.Span),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_response_about_another_order_is_none()
    {
        var outcome = await AskAsync("""{"order":{"invoice_number":"INV-2"}}""");
        var unknown = Assert.IsType<OutcomeUnknown<OrderReport>>(outcome);
        Assert.Equal(UnknownReason.AnotherOrder, unknown.Reason);
    }

    [Fact]
    public async Task A_refusal_and_an_unknown_outcome_stay_what_they_are()
    {
        var refusal = new ContractRefusal { Status = 404 };
        var refused = Assert.IsType<Refused<OrderReport>>(
            await AskAsync(new Refused<OrderStatusResponse>("r-1", refusal))
        );
        Assert.Same(refusal, refused.Refusal);
        var unknown = Assert.IsType<OutcomeUnknown<OrderReport>>(
            await AskAsync(
                new OutcomeUnknown<OrderStatusResponse>("r-1", UnknownReason.TimedOut)
                {
                    Refusal = refusal,
                }
            )
        );
        Assert.Equal(("r-1", UnknownReason.TimedOut), (unknown.RequestId, unknown.Reason));
        Assert.Same(refusal, unknown.Refusal);
    }

    private static Task<ContractOutcome<OrderReport>> AskAsync(string json)
    {
        Assert.True(
            OrderStatusResponse.TryRead(Encoding.UTF8.GetBytes(json), out var response, out _)
        );
        return AskAsync(new Accepted<OrderStatusResponse>("r-1", response, isReplay: false));
    }

    private static Task<ContractOutcome<OrderReport>> AskAsync(
        ContractOutcome<OrderStatusResponse> outcome
    )
    {
        var services = new ServiceCollection().AddSingleton<IKredivoClient>(new Client(outcome));
        KredivoContract.Describe(new ContractRegistration(services, ""));
        return services
            .BuildServiceProvider()
            .GetRequiredService<IOrderStatusCheck>()
            .CheckAsync("INV-1", TestContext.Current.CancellationToken);
    }

    private sealed class Client(ContractOutcome<OrderStatusResponse> outcome) : IKredivoClient
    {
        public Task<ContractOutcome<OrderStatusResponse>> CheckStatusAsync(
            string reference,
            CancellationToken cancellationToken
        ) => Task.FromResult(outcome);

        public Task<ContractOutcome<OrderStatusResponse>> CheckStatusAsync(
            string reference,
            ContractCall call,
            CancellationToken cancellationToken
        ) => Task.FromResult(outcome);

        public Task<ContractOutcome<GenerateOrderResponse>> GenerateOrderAsync(
            GenerateOrderRequest request,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public Task<ContractOutcome<GenerateOrderResponse>> GenerateOrderAsync(
            GenerateOrderRequest request,
            ContractCall call,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();
    }
}
