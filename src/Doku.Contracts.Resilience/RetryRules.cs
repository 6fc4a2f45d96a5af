using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Doku.Contracts.Resilience;

/// <summary>Which attempts are followed by another, and when.</summary>
internal static class RetryRules
{
    internal static HttpRetryStrategyOptions Of(
        DokuResilienceOptions options,
        TimeProvider timeProvider
    )
    {
        var strategy = new HttpRetryStrategyOptions
        {
            Name = "Retries",
            MaxRetryAttempts = options.MaxRetries,
            Delay = options.FirstWait,
            MaxDelay = options.LongestWait,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            // The framework's reading of Retry-After knows no bound: an answer could hold a call for hours.
            ShouldRetryAfterHeader = false,
            ShouldHandle = attempt =>
                new(
                    IsWorthAnother(attempt.Outcome)
                        && !(Asked(attempt.Outcome, timeProvider) > options.LongestWait)
                ),
            // Null leaves the wait to the back-off.
            DelayGenerator = attempt => new(Asked(attempt.Outcome, timeProvider)),
        };
        strategy.Randomizer = options.Spread ?? strategy.Randomizer;
        return strategy;
    }

    /// <summary>Whether DOKU or the way to it failed. 429 isn't here: one call too many is no sign that DOKU is down.</summary>
    internal static bool IsFailure(Outcome<HttpResponseMessage> outcome) =>
        outcome switch
        {
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result.StatusCode: HttpStatusCode.RequestTimeout } => true,
            { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
            _ => false,
        };

    private static bool IsWorthAnother(Outcome<HttpResponseMessage> outcome) =>
        IsFailure(outcome) || outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests;

    private static TimeSpan? Asked(Outcome<HttpResponseMessage> outcome, TimeProvider timeProvider)
    {
        var header = outcome.Result?.Headers.RetryAfter;
        var asked = header?.Delta ?? header?.Date - timeProvider.GetUtcNow();
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }
}
