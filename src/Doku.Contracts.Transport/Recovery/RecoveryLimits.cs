namespace Doku.Contracts.Transport;

/// <summary>
/// How hard an <see cref="IContractRecovery{TRequest, TResponse}"/> tries. A program that wants other limits registers its own before
/// <c>AddDoku</c>.
/// </summary>
public sealed record RecoveryLimits
{
    /// <summary>How often the call is repeated at most: from 1; 5 by default.</summary>
    public int MaxRepeats { get; init; } = 5;

    /// <summary>
    /// The longest time for all of it, at most a day; three minutes by default. Below one minute there is no time to ask
    /// for the status.
    /// </summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The wait before the second repeat; two seconds by default. Each further wait is twice as long.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two repeats; 30 seconds by default.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    internal void EnsureValid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRepeats, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaxTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxTime, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstWait, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestWait, FirstWait);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LongestWait, MaxTime);
    }
}
