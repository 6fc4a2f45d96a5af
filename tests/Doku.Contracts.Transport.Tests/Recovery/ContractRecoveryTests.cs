using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Doku.Contracts.Transport.Tests.Recovery;

public sealed class ContractRecoveryTests : IDisposable
{
    private const string Id = "0199f3a0-0000-7000-8000-000000000001";
    private readonly JumpingClock _clock = new();
    private readonly Bench _bench;
    private readonly KredivoDesk _desk;

    public ContractRecoveryTests()
    {
        _bench = new Bench(clock: _clock);
        _desk = new KredivoDesk(_bench);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IContractRecovery<GenerateOrderRequest, GenerateOrderResponse> Recovery =>
        _bench.Services.GetRequiredService<
            IContractRecovery<GenerateOrderRequest, GenerateOrderResponse>
        >();

    [Fact]
    public async Task A_lost_answer_is_given_again_and_the_order_exists_once()
    {
        _desk.After = post => post == 1 ? KredivoDesk.Lost() : null;
        var unknown = await PlaceAsync();

        var outcome = await Recovery.RecoverAsync(unknown, KredivoDesk.Order(), Cancel);

        Assert.Equal("replayed", outcome.Words());
        var order = outcome.EnsureAccepted();
        Assert.Equal("https://pay.example/INV-1", order.Response?.Payment?.Url);
        Assert.Equal("PENDING", order.Status?.Value);
        Assert.Null(order.Report);
        Assert.Equal((1, 2, 0), (_desk.Count, _desk.Posts, _desk.Checks));
        Assert.Single(_bench.Doku.Sent.Select(sent => sent.RequestId).Distinct());
    }

    [Fact]
    public async Task A_call_that_never_reached_DOKU_is_made_now()
    {
        _desk.Before = post => post <= 3 ? KredivoDesk.Lost() : null;
        var outcome = await Recovery.RecoverAsync(await PlaceAsync(), KredivoDesk.Order(), Cancel);
        Assert.Equal("accepted", outcome.Words());
        Assert.Equal((1, 4, 0), (_desk.Count, _desk.Posts, _desk.Checks));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], _clock.Waits);
    }

    [Fact]
    public async Task After_a_restart_the_stored_Request_Id_and_order_are_enough()
    {
        _desk.After = post => post == 1 ? KredivoDesk.Lost() : null;
        await PlaceAsync();
        using var restarted = new Bench(clock: _clock);
        restarted.Doku.Answer = _bench.Doku.Answer;
        var recovery = restarted.Services.GetRequiredService<
            IContractRecovery<GenerateOrderRequest, GenerateOrderResponse>
        >();

        Assert.Equal(
            "replayed",
            (await recovery.RecoverAsync(Id, KredivoDesk.Order(), Cancel)).Words()
        );
        // And where the program stopped before it sent anything, the order is placed now.
        const string other = "0199f3a0-0000-7000-8000-000000000002";
        Assert.Equal(
            "accepted",
            (await recovery.RecoverAsync(other, KredivoDesk.Order("INV-2"), Cancel)).Words()
        );
        Assert.Equal(2, _desk.Count);
    }

    [Fact]
    public async Task An_order_whose_repeat_is_refused_is_found_by_its_status_sixty_seconds_later()
    {
        _desk.After = _ => KredivoDesk.Lost();
        _desk.Before = post => post > 1 ? KredivoDesk.Refusal(400, "invoice_exists") : null;
        var unknown = await PlaceAsync();

        var outcome = await Recovery.RecoverAsync(unknown, KredivoDesk.Order(), Cancel);

        Assert.Equal("replayed", outcome.Words());
        var order = outcome.EnsureAccepted();
        Assert.Null(order.Response);
        Assert.Equal(
            "INV-1",
            OrderStatusResponse.Read(order.Report!.Notification.Span).Order?.InvoiceNumber
        );
        Assert.Equal("PENDING", order.Status?.Value);
        Assert.Equal($"/orders/v1/status/{Id}", _bench.Doku.Sent[^1].Address.AbsolutePath);
        Assert.Equal((2, 1), (_desk.Posts, _desk.Checks));
        Assert.True(_clock.GetUtcNow() >= unknown.StatusFrom);
        // Nobody is told of a refusal: the order exists.
        Assert.DoesNotContain(_bench.Log.Lines, line => line.Event.Id == 1004);
    }

    [Fact]
    public async Task A_refused_order_that_DOKU_does_not_have_is_refused()
    {
        _desk.Before = post =>
            post == 1 ? KredivoDesk.Lost() : KredivoDesk.Refusal(400, "amount_too_high");
        var outcome = await Recovery.RecoverAsync(await PlaceAsync(), KredivoDesk.Order(), Cancel);
        Assert.Equal("refused 400", outcome.Words());
        Assert.Equal(
            "amount_too_high",
            Assert.IsType<Refused<RecoveredOrder<GenerateOrderResponse>>>(outcome).Refusal.Code
        );
        Assert.Equal((0, 2, 1), (_desk.Count, _desk.Posts, _desk.Checks));
    }

    [Fact]
    public async Task Another_order_under_the_same_Request_Id_is_refused_and_not_taken_for_this_one()
    {
        _desk.After = post => post == 1 ? KredivoDesk.Lost() : null;
        var unknown = await PlaceAsync();
        var outcome = await Recovery.RecoverAsync(unknown, KredivoDesk.Order("INV-2"), Cancel);
        Assert.Equal("refused 409", outcome.Words());
        Assert.Equal(1, _desk.Count);
    }

    [Fact]
    public async Task A_DOKU_that_stays_down_leaves_the_outcome_unknown_within_the_time_allowed()
    {
        _desk.Before = _ => FakeDoku.Unsigned(503, "");
        _desk.Check = _ => FakeDoku.Unsigned(503, "");
        var outcome = await Recovery.RecoverAsync(Id, KredivoDesk.Order(), Cancel);
        Assert.Equal("unknown ServerFailed", outcome.Words());
        Assert.Equal((5, 1), (_desk.Posts, _desk.Checks));
        Assert.InRange(_clock.Passed, TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(3));
        Assert.Equal(Id, outcome.RequestId);
        Assert.Equal(
            Bench.Start.AddSeconds(60),
            Assert.IsType<OutcomeUnknown<RecoveredOrder<GenerateOrderResponse>>>(outcome).StatusFrom
        );
    }

    [Fact]
    public async Task A_DOKU_that_says_nothing_leaves_time_for_the_status_and_ends_in_time()
    {
        _bench.Doku.Silence = _ => TimeSpan.FromSeconds(10);
        var outcome = await Recovery.RecoverAsync(Id, KredivoDesk.Order(), Cancel);
        Assert.Equal("unknown TimedOut", outcome.Words());
        Assert.Contains(_bench.Doku.Sent, sent => sent.Method == HttpMethod.Get);
        // The limit, and at most one of the fake's own steps beyond it.
        Assert.InRange(_clock.Passed, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(191));
    }

    [Fact]
    public async Task An_order_of_a_DOKU_that_answers_only_status_checks_is_found()
    {
        _desk.After = _ => KredivoDesk.Lost();
        await PlaceAsync();
        _desk.Before = _ => FakeDoku.Unsigned(503, "");
        var outcome = await Recovery.RecoverAsync(Id, KredivoDesk.Order(), Cancel);
        Assert.Equal("PENDING", outcome.EnsureAccepted().Status?.Value);
        Assert.Equal(1, _desk.Checks);
    }

    [Fact]
    public async Task One_call_too_many_is_no_verdict_on_the_order()
    {
        _desk.Before = post => post <= 2 ? FakeDoku.Unsigned(429, "") : null;
        var outcome = await Recovery.RecoverAsync(Id, KredivoDesk.Order(), Cancel);
        Assert.Equal("accepted", outcome.Words());
        Assert.Equal(3, _desk.Posts);
    }

    public static TheoryData<string, string> IdleChecks =>
        new()
        {
            { "a gateway's page", "<html>" },
            { "no status", """{"order":{"invoice_number":"INV-1"}}""" },
            { "unsigned", """{"transaction":{"status":"PENDING"}}""" },
        };

    [Theory]
    [MemberData(nameof(IdleChecks))]
    public async Task A_status_check_that_proves_nothing_settles_nothing(string kind, string body)
    {
        _desk.Before = _ => KredivoDesk.Refusal(400, "invoice_exists");
        _desk.Check = request =>
            kind == "a gateway's page" ? FakeDoku.Unsigned(404, body)
            : kind == "unsigned" ? FakeDoku.Unsigned(200, body)
            : FakeDoku.Signed(request, 200, body);
        var outcome = await Recovery.RecoverAsync(Id, KredivoDesk.Order(), Cancel);
        Assert.Equal("unknown RefusedLater 400", outcome.Words());
        Assert.Equal(1, _desk.Checks);
    }

    [Theory]
    [InlineData("""{"message":"no Route matched with those values"}""")]
    [InlineData("""{"timestamp":"2026-11-22","status":404,"error":"Not Found"}""")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task A_gateway_that_knows_no_such_path_refuses_nothing(string body)
    {
        _desk.After = _ => KredivoDesk.Lost();
        var unknown = await PlaceAsync();
        // The status check fails so, and then the repeat does.
        _desk.Before = _ => KredivoDesk.Refusal(400, "invoice_exists");
        _desk.Check = _ => FakeDoku.Unsigned(404, body);
        Assert.Equal(
            "unknown RefusedLater 400",
            (await Recovery.RecoverAsync(unknown, KredivoDesk.Order(), Cancel)).Words()
        );
        _desk.Before = _ => FakeDoku.Unsigned(404, body);
        _desk.Check = _ => KredivoDesk.Refusal(404, "order_not_found");
        Assert.Equal(
            "unknown AnswerNotVerified",
            (await Recovery.RecoverAsync(unknown, KredivoDesk.Order(), Cancel)).Words()
        );
    }

    [Fact]
    public async Task Missing_orders_settle_nothing_while_a_repeat_may_still_arrive()
    {
        _desk.Before = _ => KredivoDesk.Lost();
        var outcome = await Recovery.RecoverAsync(Id, KredivoDesk.Order(), Cancel);
        Assert.Equal("unknown ConnectionLost", outcome.Words());
        Assert.Equal(1, _desk.Checks);
    }

    [Fact]
    public async Task A_Request_Id_of_unusual_characters_is_asked_for_in_its_escaped_form()
    {
        _desk.Before = _ => KredivoDesk.Refusal(400, "invoice_exists");
        var outcome = await Recovery.RecoverAsync("a{b}", KredivoDesk.Order(), Cancel);
        Assert.Equal("refused 400", outcome.Words());
        Assert.Equal((1, 1), (_desk.Posts, _desk.Checks));
    }

    [Fact]
    public async Task Waiting_ends_when_the_caller_gives_up()
    {
        using var giveUp = new CancellationTokenSource();
        _desk.Before = post =>
        {
            if (post == 2)
            {
                giveUp.Cancel();
            }

            return KredivoDesk.Lost();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Recovery.RecoverAsync(Id, KredivoDesk.Order(), giveUp.Token)
        );
        Assert.Equal(2, _desk.Posts);
    }

    [Fact]
    public async Task An_order_that_breaks_its_contract_is_not_repeated()
    {
        await Assert.ThrowsAsync<ContractException>(() =>
            Recovery.RecoverAsync(Id, KredivoDesk.Order(amount: 0), Cancel)
        );
        Assert.Empty(_bench.Doku.Sent);
    }

    [Fact]
    public void Each_named_merchant_has_a_recovery_and_a_program_may_set_its_limits()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new RecoveryLimits { MaxRepeats = 0 });
        services.AddDoku("tea", options => options.ClientId = "MCH-1");
        using var provider = services.BuildServiceProvider();
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            provider.GetRequiredKeyedService<
                IContractRecovery<GenerateOrderRequest, GenerateOrderResponse>
            >("tea")
        );
        Assert.Null(
            provider.GetService<IContractRecovery<GenerateOrderRequest, GenerateOrderResponse>>()
        );
    }

    public void Dispose() => _bench.Dispose();

    private async Task<OutcomeUnknown<GenerateOrderResponse>> PlaceAsync() =>
        Assert.IsType<OutcomeUnknown<GenerateOrderResponse>>(
            await _bench
                .Services.GetRequiredService<IKredivoClient>()
                .GenerateOrderAsync(
                    KredivoDesk.Order(),
                    new ContractCall { RequestId = Id },
                    Cancel
                )
        );
}
