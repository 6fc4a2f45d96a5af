using Doku.Contracts.Sandbox;

namespace Doku.Contracts.Story.Tests;

/// <summary>
/// The sandbox's clock as the client sees it: it moves only while nobody works, and then to the next moment for which
/// somebody waits. So no limit of time runs out because the machine is busy, and nothing sleeps.
/// </summary>
internal sealed class StoryClock(SandboxClock clock) : TimeProvider
{
    private readonly SandboxClock _clock = clock;
    private readonly Lock _gate = new();
    private readonly HashSet<StoryTimer> _timers = [];
    private TaskCompletionSource _rest = NewSignal();
    private int _working;

    // The limits are told from waits by their length, which no wait of the client has.
    internal static TimeSpan AttemptLimit => TimeSpan.FromSeconds(12);

    internal static TimeSpan CallLimit => TimeSpan.FromSeconds(119);

    internal static TimeSpan RecoveryLimit => TimeSpan.FromSeconds(601);

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new StoryTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Says that somebody more works (1) or somebody waits (-1), such as for an answer that is held back.</summary>
    internal void Work(int change)
    {
        lock (_gate)
        {
            _working += change;
            if (_working == 0)
            {
                _rest.TrySetResult();
            }
        }
    }

    /// <summary>Moves the clock, whenever everybody waits, until a piece of work is done.</summary>
    internal async Task DriveAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            TimeSpan? step;
            Task rest;
            lock (_gate)
            {
                step =
                    _working == 0 && _timers.Count > 0
                        ? _timers.Min(timer => timer.Due) - _clock.GetUtcNow()
                        : null;
                _rest = step is null ? NewSignal() : _rest;
                rest = _rest.Task;
            }
            if (step is { } time)
            {
                await _clock.AdvanceAsync(time > TimeSpan.Zero ? time : TimeSpan.Zero);
            }
            else
            {
                await Task.WhenAny(rest, work);
            }
        }
        await work;
    }

    /// <summary>A timer ends once: it rings, or whoever set it has no more need of it.</summary>
    private bool End(StoryTimer timer)
    {
        lock (_gate)
        {
            return _timers.Remove(timer);
        }
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class StoryTimer(StoryClock story, TimerCallback callback, object? state)
        : ITimer
    {
        private ITimer? _inner;
        private TimeSpan _time;

        // Not before the inner timer's own moment, or the clock would stop short of it.
        internal DateTimeOffset Due { get; private set; }

        private bool IsWait =>
            _time != AttemptLimit && _time != CallLimit && _time != RecoveryLimit;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Dispose();
            if (dueTime < TimeSpan.Zero)
            {
                return true;
            }

            _time = dueTime;
            lock (story._gate)
            {
                _inner = story._clock.CreateTimer(_ => Ring(), null, dueTime, period);
                Due = story._clock.GetUtcNow() + dueTime;
                story._timers.Add(this);
            }
            story.Work(IsWait ? -1 : 0);
            return true;
        }

        public void Dispose()
        {
            _inner?.Dispose();
            if (story.End(this) && IsWait)
            {
                story.Work(1);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring()
        {
            if (story.End(this))
            {
                // An attempt ends by its limit only while its answer is held back: its caller waited until now.
                story.Work(IsWait || _time == AttemptLimit ? 1 : 0);
                callback(state);
            }
        }
    }
}
