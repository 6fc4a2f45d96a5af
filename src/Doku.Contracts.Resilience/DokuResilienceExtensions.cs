using Doku.Contracts.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Doku.Contracts.Resilience;

/// <summary>Adds the resilience profile for DOKU.</summary>
public static class DokuResilienceExtensions
{
    /// <summary>
    /// Tries a call again when the connection failed, no answer came in time, or DOKU answered 408, 429 or 5xx; never
    /// after another answer. That is safe for orders too, because every attempt carries the call's one Request-Id, by
    /// which DOKU knows it again. A breaker stops calls while DOKU is down. All waiting follows the program's
    /// <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="doku">The merchant's registration.</param>
    /// <param name="configure">Changes the settings; they are checked when the program starts.</param>
    public static DokuBuilder AddResilience(
        this DokuBuilder doku,
        Action<DokuResilienceOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(doku);
        doku.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<
                IValidateOptions<DokuResilienceOptions>,
                DokuResilienceRules
            >()
        );
        doku.Services.AddOptions<DokuResilienceOptions>(doku.Name)
            .Configure(options => configure?.Invoke(options))
            .ValidateOnStart();
        doku.HttpClient.AddResilienceHandler(
            "Doku",
            (pipeline, context) =>
                Build(
                    pipeline,
                    context
                        .ServiceProvider.GetRequiredService<
                            IOptionsMonitor<DokuResilienceOptions>
                        >()
                        .Get(doku.Name),
                    context.ServiceProvider.GetRequiredService<TimeProvider>()
                )
        );
        return doku;
    }

    private static void Build(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        DokuResilienceOptions options,
        TimeProvider timeProvider
    )
    {
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(RetryRules.Of(options, timeProvider));
        }

        // Below the retries, so that each attempt counts; above the limit of time, so that a slow DOKU counts as down.
        pipeline.AddCircuitBreaker(
            new HttpCircuitBreakerStrategyOptions
            {
                Name = "Breaker",
                FailureRatio = options.BreakRatio,
                MinimumThroughput = options.BreakAfter,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = options.BreakTime,
                ShouldHandle = attempt => new(RetryRules.IsFailure(attempt.Outcome)),
            }
        );
        pipeline.AddTimeout(
            new HttpTimeoutStrategyOptions { Name = "Attempt", Timeout = options.AttemptTimeout }
        );
    }
}
