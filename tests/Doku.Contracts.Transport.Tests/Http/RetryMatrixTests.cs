using Doku.Contracts.Runtime;
using Doku.Contracts.Transport.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;

namespace Doku.Contracts.Transport.Tests.Http;

/// <summary>
/// Wherever a program puts a retrying handler, it must stand above the signature: one Request-Id for the call, a time
/// stamp and signature for each attempt.
/// </summary>
public sealed class RetryMatrixTests
{
    private const int Attempts = 4;

    private static readonly Dictionary<string, Func<Bench>> Places = new(StringComparer.Ordinal)
    {
        ["added to the builder"] = () =>
            new Bench(doku => doku.HttpClient.AddHttpMessageHandler(() => new RetryingHandler())),
        ["added through the factory before AddDoku"] = () =>
            new Bench(before: services =>
                services
                    .AddHttpClient("Doku.Contracts")
                    .AddHttpMessageHandler(() => new RetryingHandler())
            ),
        ["for every client, before AddDoku"] = () => new Bench(before: ForEveryClient),
        ["for every client, after AddDoku"] = () => new Bench(after: ForEveryClient),
        ["a filter before AddDoku"] = () => new Bench(before: AddFilter),
        ["a filter after AddDoku"] = () => new Bench(after: AddFilter),
        ["the standard resilience handler"] = () => new Bench(AddStandard),
        ["the standard resilience handler for every client"] = () =>
            new Bench(before: services =>
                services.ConfigureHttpClientDefaults(http =>
                    http.AddStandardResilienceHandler(WithoutDelay)
                )
            ),
    };

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (var place in Places.Keys)
            {
                foreach (var failure in new[] { "500", "503", "exception" })
                {
                    cases.Add(place, failure, true);
                    cases.Add(place, failure, false);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_attempt_is_signed_anew_under_one_Request_Id(
        string place,
        string failure,
        bool hasBody
    )
    {
        using var bench = Places[place]();
        bench.Doku.Answer = request =>
            bench.Doku.Sent.Count == Attempts ? FakeDoku.Signed(request, 200, """{"id":"a"}""")
            : failure == "exception" ? throw new HttpRequestException("reset")
            : FakeDoku.Unsigned(int.Parse(failure, null), "");
        var outcome = await (hasBody ? bench.SendAsync() : bench.FindAsync());

        Assert.IsType<Accepted<Parcel>>(outcome);
        AssertSignedAnew(bench.Doku.Sent, outcome.RequestId);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_call_that_never_succeeds_has_an_unknown_outcome(
        string place,
        string failure,
        bool hasBody
    )
    {
        using var bench = Places[place]();
        bench.Doku.Answer = _ =>
            failure == "exception"
                ? throw new HttpRequestException("reset")
                : FakeDoku.Unsigned(int.Parse(failure, null), "");
        var outcome = await (hasBody ? bench.SendAsync() : bench.FindAsync());

        var unknown = Assert.IsType<OutcomeUnknown<Parcel>>(outcome);
        Assert.Equal(
            failure == "exception" ? UnknownReason.ConnectionLost : UnknownReason.ServerFailed,
            unknown.Reason
        );
        AssertSignedAnew(bench.Doku.Sent, outcome.RequestId);
    }

    [Fact]
    public async Task A_replay_after_a_lost_answer_is_a_success()
    {
        using var bench = Places["added to the builder"]();
        bench.Doku.Answer = request =>
            bench.Doku.Sent.Count == 1
                ? throw new HttpRequestException("reset")
                : FakeDoku.Signed(request, 409, """{"id":"original"}""");
        var accepted = Assert.IsType<Accepted<Parcel>>(await bench.SendAsync());
        Assert.True(accepted.IsReplay);
        Assert.Equal("original", accepted.Value.Id);
        Assert.Equal(2, bench.Doku.Sent.Count);
    }

    private static void AssertSignedAnew(List<SentRequest> sent, string requestId)
    {
        Assert.Equal(Attempts, sent.Count);
        Assert.All(sent, attempt => Assert.Equal(requestId, attempt.RequestId));
        Assert.Equal(Attempts, sent.Select(attempt => attempt.Stamp).Distinct().Count());
        Assert.All(
            sent,
            attempt =>
                Assert.Equal(
                    Signer.Sign(
                        FakeDoku.Secret,
                        "Request-Timestamp",
                        attempt.One("Client-Id"),
                        requestId,
                        attempt.Stamp,
                        attempt.Address.AbsolutePath,
                        attempt.Body
                    ),
                    attempt.Signature
                )
        );
    }

    private static void ForEveryClient(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(http =>
            http.AddHttpMessageHandler(() => new RetryingHandler())
        );

    private static void AddFilter(IServiceCollection services) =>
        services.AddSingleton<IHttpMessageHandlerBuilderFilter, RetryingFilter>();

    private static void AddStandard(DokuBuilder doku) =>
        doku.HttpClient.AddStandardResilienceHandler(WithoutDelay);

    private static void WithoutDelay(HttpStandardResilienceOptions options)
    {
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.UseJitter = false;
    }

    private sealed class RetryingFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(
            Action<HttpMessageHandlerBuilder> next
        ) =>
            builder =>
            {
                next(builder);
                builder.AdditionalHandlers.Add(new RetryingHandler());
            };
    }

    private sealed class RetryingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var response = await base.SendAsync(request, cancellationToken);
                    if ((int)response.StatusCode < 500 || attempt == Attempts)
                    {
                        return response;
                    }

                    response.Dispose();
                }
                catch (HttpRequestException) when (attempt < Attempts)
                {
                    // The next attempt answers for this one.
                }
            }
        }
    }
}
