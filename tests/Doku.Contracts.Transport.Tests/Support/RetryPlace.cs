using Doku.Contracts.Resilience;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>A place where a program may put something that tries again.</summary>
/// <param name="Open">A program with it.</param>
/// <param name="TriesAgain">After which failures of <see cref="WireFailure"/> it makes up to four attempts.</param>
internal sealed record RetryPlace(Func<Bench> Open, IReadOnlySet<string> TriesAgain)
{
    internal const int Attempts = 4;

    private static readonly HashSet<string> Nothing = [];

    private static readonly HashSet<string> ServerFailures =
    [
        "500",
        "502",
        "503",
        "504",
        "no connection",
        "connection lost",
    ];

    private static readonly HashSet<string> Resilient =
    [
        .. ServerFailures,
        "408",
        "429",
        "silence",
    ];

    internal static IReadOnlyDictionary<string, RetryPlace> All { get; } =
        new Dictionary<string, RetryPlace>(StringComparer.Ordinal)
        {
            ["none"] = new(() => new Bench(), Nothing),
            ["added to the builder"] = new(
                () => new Bench(doku => AddTo(doku.HttpClient)),
                ServerFailures
            ),
            ["added through the factory before AddDoku"] = new(
                () =>
                    new Bench(before: services => AddTo(services.AddHttpClient("Doku.Contracts"))),
                ServerFailures
            ),
            ["for every client, before AddDoku"] = new(
                () => new Bench(before: ForEveryClient),
                ServerFailures
            ),
            ["for every client, after AddDoku"] = new(
                () => new Bench(after: ForEveryClient),
                ServerFailures
            ),
            ["a filter before AddDoku"] = new(
                () => new Bench(before: AddFilter<RetryingFilter>),
                ServerFailures
            ),
            ["a filter after AddDoku"] = new(
                () => new Bench(after: AddFilter<RetryingFilter>),
                ServerFailures
            ),
            ["round the primary handler, by a filter before AddDoku"] = new(
                () => new Bench(before: AddFilter<WrappingFilter>),
                ServerFailures
            ),
            ["round the primary handler, by a filter after AddDoku"] = new(
                () => new Bench(after: AddFilter<WrappingFilter>),
                ServerFailures
            ),
            ["the standard resilience handler"] = new(
                () => new Bench(doku => doku.HttpClient.AddStandardResilienceHandler(WithoutDelay)),
                Resilient
            ),
            ["the standard resilience handler for every client"] = new(
                () =>
                    new Bench(before: services =>
                        services.ConfigureHttpClientDefaults(http =>
                            http.AddStandardResilienceHandler(WithoutDelay)
                        )
                    ),
                Resilient
            ),
            ["the profile"] = new(() => new Bench(doku => AddProfile(doku)), Resilient),
            ["the profile above a handler of the program's own"] = new(
                () =>
                    new Bench(doku =>
                        AddProfile(doku).HttpClient.AddHttpMessageHandler(() => new PlainHandler())
                    ),
                Resilient
            ),
        };

    private static DokuBuilder AddProfile(DokuBuilder doku) =>
        doku.AddResilience(options => options.FirstWait = options.LongestWait = TimeSpan.Zero);

    private static void AddTo(IHttpClientBuilder http) =>
        http.AddHttpMessageHandler(() => new RetryingHandler());

    private static void ForEveryClient(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(AddTo);

    private static void AddFilter<TFilter>(IServiceCollection services)
        where TFilter : class, IHttpMessageHandlerBuilderFilter =>
        services.AddSingleton<IHttpMessageHandlerBuilderFilter, TFilter>();

    private static void WithoutDelay(HttpStandardResilienceOptions options)
    {
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.UseJitter = false;
        // Room for four silent attempts.
        options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(2);
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

    private sealed class WrappingFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(
            Action<HttpMessageHandlerBuilder> next
        ) =>
            builder =>
            {
                next(builder);
                builder.PrimaryHandler = new RetryingHandler
                {
                    InnerHandler = builder.PrimaryHandler,
                };
            };
    }

    private sealed class PlainHandler : DelegatingHandler;

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
