using System.Net;
using System.Net.Sockets;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Doku.Contracts.Transport.Tests.Http;

/// <summary>What an outcome says is judged by every attempt, not by the last alone.</summary>
public sealed class AttemptFateTests
{
    private const string Error = """{"error":{"code":"taken","message":"invoice number exists"}}""";

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(429)]
    public async Task A_refused_repeat_says_nothing_of_the_call_that_it_repeats(int status)
    {
        using var bench = new Bench();
        bench.Doku.Answer = _ => FakeDoku.Unsigned(status, Error);

        var outcome = await bench.SendAsync(requestId: "order-7", isRepeat: true);

        Assert.Equal($"unknown RefusedLater {status}", outcome.Words());
        var unknown = Assert.IsType<OutcomeUnknown<Parcel>>(outcome);
        Assert.Equal("taken", unknown.Refusal?.Code);
        Assert.Equal($"refused {status}", (await bench.SendAsync(requestId: "order-8")).Words());
    }

    [Fact]
    public async Task A_repeat_that_is_accepted_or_replayed_is_a_success()
    {
        using var bench = new Bench();
        Assert.Equal("accepted", (await bench.SendAsync(requestId: "a", isRepeat: true)).Words());
        bench.Doku.Answer = request => FakeDoku.Signed(request, 409, """{"id":"original"}""");
        Assert.Equal("replayed", (await bench.SendAsync(requestId: "a", isRepeat: true)).Words());
    }

    [Fact]
    public async Task A_repeat_needs_the_Request_Id_of_what_it_repeats()
    {
        using var bench = new Bench();
        await Assert.ThrowsAsync<ArgumentException>(() => bench.SendAsync(isRepeat: true));
        Assert.Empty(bench.Doku.Sent);
    }

    [Fact]
    public async Task A_conflict_after_a_lost_answer_does_not_say_that_nothing_took_effect()
    {
        using var bench = RetryPlace.All["the profile"].Open();
        bench.Doku.Answer = _ =>
            bench.Doku.Sent.Count == 1
                ? throw new HttpRequestException("reset")
                : FakeDoku.Unsigned(409, Error);
        Assert.Equal("unknown RefusedLater 409", (await bench.SendAsync()).Words());
    }

    [Fact]
    public async Task A_replay_that_a_handler_passed_over_still_says_that_an_order_exists()
    {
        using var bench = new Bench(doku =>
            doku.HttpClient.AddHttpMessageHandler(() => new TwiceHandler())
        );
        WireFailure.Plan(bench.Doku, attempt => attempt == 1 ? "409 replay" : "400");
        Assert.Equal("unknown RefusedLater 400", (await bench.SendAsync()).Words());
    }

    [Fact]
    public async Task A_refusal_of_one_hedged_attempt_does_not_settle_the_others()
    {
        using var bench = Hedging();
        bench.Doku.Answer = _ =>
            bench.Doku.Sent.Count == 1 ? FakeDoku.Unsigned(503, "") : FakeDoku.Unsigned(400, Error);
        Assert.Equal("unknown RefusedLater 400", (await bench.SendAsync()).Words());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hedging_handler_sends_signed_attempts_of_one_call(bool isPost)
    {
        using var bench = Hedging();
        WireFailure.Plan(bench.Doku, attempt => attempt == 1 ? "503" : null);
        var outcome = await (isPost ? bench.SendAsync() : bench.FindAsync());
        Assert.Equal("accepted", outcome.Words());
        RetryMatrixTests.AssertSignedAnew(bench.Doku.Sent, outcome.RequestId, 2);
    }

    [Fact]
    public async Task A_host_that_takes_no_connection_has_taken_no_order()
    {
        // A port that was free a moment ago, on the real primary handler.
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var services = new ServiceCollection()
            .AddDoku(options =>
            {
                options.ClientId = FakeDoku.ClientId;
                options.SecretKey = FakeDoku.Secret;
                options.BaseAddress = new Uri($"http://127.0.0.1:{port}");
            })
            .Services.BuildServiceProvider();
        var outcome = await services
            .GetRequiredService<IKredivoClient>()
            .CheckStatusAsync("canary-invoice", TestContext.Current.CancellationToken);
        Assert.Equal("unknown NotReached", outcome.Words());
        // The framework's words name the host, and not the path with the invoice number.
        var thrown = Record.Exception(outcome.EnsureAccepted);
        Assert.IsType<HttpRequestException>(thrown?.InnerException);
        Assert.DoesNotContain("canary", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_stops_the_call_leaves_it_not_reached()
    {
        using var bench = new Bench(doku =>
            doku.HttpClient.AddHttpMessageHandler(() => new StoppingHandler())
        );
        Assert.Equal("unknown NotReached", (await bench.SendAsync()).Words());
        Assert.Empty(bench.Doku.Sent);
    }

    public static TheoryData<UnknownReason> Reasons => [.. Enum.GetValues<UnknownReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_unknown_outcome_says_what_to_do(UnknownReason reason)
    {
        var order = new OutcomeUnknown<Parcel>("a", reason) { StatusFrom = Bench.Start };
        Assert.Contains("2026-11-22 01:51:00 UTC", order.NextStep, StringComparison.Ordinal);
        Assert.Contains("no new call", order.NextStep, StringComparison.Ordinal);
        Assert.EndsWith(
            "Make the call again under the same Request-Id.",
            new OutcomeUnknown<Parcel>("a", reason).NextStep,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_status_can_be_asked_sixty_seconds_later()
    {
        using var bench = new Bench();
        bench.Doku.Answer = _ => FakeDoku.Unsigned(503, "");
        var order = Assert.IsType<OutcomeUnknown<Parcel>>(await bench.SendAsync());
        Assert.Equal(bench.Clock.GetUtcNow().AddSeconds(60), order.StatusFrom);
        Assert.Contains("Repeat the call", order.NextStep, StringComparison.Ordinal);
        // A call that changes nothing has no status of its own.
        var question = Assert.IsType<OutcomeUnknown<Parcel>>(await bench.FindAsync());
        Assert.Null(question.StatusFrom);
    }

    private static Bench Hedging() =>
        new(doku =>
            doku.HttpClient.AddStandardHedgingHandler()
                .Configure(options => options.Hedging.MaxHedgedAttempts = 1)
        );

    private sealed class TwiceHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class StoppingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => throw new InvalidOperationException("not today");
    }
}
