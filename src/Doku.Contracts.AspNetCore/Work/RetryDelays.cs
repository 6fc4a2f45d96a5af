namespace Doku.Contracts.AspNetCore;

/// <summary>Exponential delays with a random part, so that what failed together doesn't come back together.</summary>
internal sealed class RetryDelays(NotificationLedgerOptions options)
{
    private readonly Random _random = options.JitterSeed is { } seed
        ? new Random(seed)
        : Random.Shared;

    /// <summary>From half to the whole of the attempt's delay.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    internal TimeSpan After(int attempt)
    {
        // The exponent is bounded before the power is taken: 2^1000 is no number of ticks.
        var whole = Math.Min(
            options.FirstRetryAfter.Ticks * Math.Pow(2, Math.Min(attempt - 1, 50)),
            options.LongestRetryAfter.Ticks
        );
        lock (_random)
        {
            return TimeSpan.FromTicks((long)(whole * (0.5 + _random.NextDouble() / 2)));
        }
    }
}
