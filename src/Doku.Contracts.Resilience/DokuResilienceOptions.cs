namespace Doku.Contracts.Resilience;

/// <summary>
/// How often and how long a call is tried. All of it happens within the merchant's <c>DokuOptions.Timeout</c>, which ends
/// a call whatever is said here.
/// </summary>
public sealed class DokuResilienceOptions
{
    /// <summary>How many attempts may follow the first: from 0 to 10, 3 by default.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>How long an attempt may wait for the head of an answer: from 100 milliseconds to ten minutes, 12 seconds by default.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// The wait before the second attempt: up to a minute, one second by default. Each further wait is about twice as
    /// long, and all are spread at random, so that many callers don't come back at once.
    /// </summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait between two attempts: up to ten minutes, 8 seconds by default. An answer whose
    /// <c>Retry-After</c> asks for more is not tried again: the caller gets it at once.
    /// </summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// The share of attempts, out of at least <see cref="BreakAfter"/> within 30 seconds, whose failure stops all calls for
    /// <see cref="BreakTime"/>: above 0 up to 1, a half by default.
    /// </summary>
    public double BreakRatio { get; set; } = 0.5;

    /// <summary>How many attempts there must be before a share of failures says anything: at least 2, 20 by default.</summary>
    public int BreakAfter { get; set; } = 20;

    /// <summary>How long calls stop: from half a second to ten minutes, 10 seconds by default. Meanwhile their outcome is <c>NotReached</c>.</summary>
    public TimeSpan BreakTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gives the numbers from 0 to below 1 by which waits are spread; null draws them at random. Set it in a test whose
    /// waits must repeat.
    /// </summary>
    public Func<double>? Spread { get; set; }
}
