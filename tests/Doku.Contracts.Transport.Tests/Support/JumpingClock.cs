using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>
/// A clock that jumps to the end of every wait as soon as someone waits, so that nobody does. Limits of time, which are
/// timers too, stay in place and are reached only when enough waits have gone by.
/// </summary>
internal sealed class JumpingClock() : FakeTimeProvider(Bench.Start)
{
    /// <summary>How long was waited each time.</summary>
    internal ConcurrentQueue<TimeSpan> Waits { get; } = new();

    internal TimeSpan Passed => GetUtcNow() - Bench.Start;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        if (state is CancellationTokenSource || dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Waits.Enqueue(dueTime);
        // Here and now, so that no two threads move the clock; the waiting ends elsewhere, as it would with a real timer.
        Advance(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return base.CreateTimer(
            callback,
            state,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }
}
