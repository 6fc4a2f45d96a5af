using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Doku.Contracts.Sandbox.Clock;

namespace Doku.Contracts.Sandbox;

/// <summary>
/// The sandbox's clock: real time, or stopped, and put forward by hand. Hand it to the client and the shop as their
/// <see cref="TimeProvider"/>, and their time stamps and delays keep step. Safe to use from several threads.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    // Longer than a system timer may wait; the alarm is set again when it rings early.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly TimeProvider _source;
    private readonly long _started;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<ScheduledWork, (DateTimeOffset Due, long Order)> _queue = new();

    // Room for one: whoever has put something in has the turn. Unlike a semaphore it needs no disposal.
    private readonly Channel<bool> _turn = Channel.CreateBounded<bool>(1);
    private readonly ITimer _alarm;
    private TimeSpan _offset;
    private long _order;
    private bool _closed;
    private Exception? _failure;

    internal SandboxClock(TimeProvider source, TimeSpan offset)
    {
        _source = source;
        _started = source.GetTimestamp();
        _offset = offset;
        _alarm = source.CreateTimer(
            // On a thread of its own: the alarm may ring while this object is being changed.
            _ => _ = Task.Run(RingAsync),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>How far the clock was put forward in all.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_gate)
            {
                return _offset;
            }
        }
    }

    /// <summary>Ticks of 100 nanoseconds.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal Action<TimeSpan>? Advanced { get; set; }

    /// <summary>The sandbox's time now.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _source.GetUtcNow() + _offset;
        }
    }

    /// <summary>A count that grows with the clock, put forward with it.</summary>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _source.GetElapsedTime(_started).Ticks + _offset.Ticks;
        }
    }

    /// <summary>A timer by this clock: it fires when the clock reaches its time, by itself or by hand.</summary>
    /// <param name="callback">What is called.</param>
    /// <param name="state">What it is called with.</param>
    /// <param name="dueTime">Time until the first call; negative is never.</param>
    /// <param name="period">Time between calls; zero or negative calls once.</param>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new SandboxTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Puts the clock forward. What falls due on the way (expiries, repeated notifications, timers) is done in order,
    /// each at its own time; the task ends when all of it is done. Not to be awaited by a handler of a notification,
    /// for which the clock itself may be waiting.
    /// </summary>
    /// <param name="time">How far; not negative.</param>
    /// <param name="cancellationToken">Stops on the way, between two pieces of work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public async Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        await _turn.Writer.WriteAsync(true, cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowFailure();
            var target = GetUtcNow() + time;
            while (TakeUntil(target) is { } work)
            {
                cancellationToken.ThrowIfCancellationRequested();
                MoveTo(work.Due);
                await work.RunAsync().ConfigureAwait(false);
            }
            MoveTo(target);
        }
        finally
        {
            _turn.Reader.TryRead(out _);
            SetAlarm();
        }
        Advanced?.Invoke(time);
    }

    internal ScheduledWork Schedule(DateTimeOffset due, Func<Task> work)
    {
        var scheduled = new ScheduledWork(due, work);
        lock (_gate)
        {
            _queue.Enqueue(scheduled, (due, _order++));
        }
        SetAlarm();
        return scheduled;
    }

    /// <summary>Ends the clock's work; a failure of work that nobody awaited comes to light here.</summary>
    internal async Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            _queue.Clear();
        }
        await _alarm.DisposeAsync().ConfigureAwait(false);
        await _turn.Writer.WriteAsync(true).ConfigureAwait(false);
        _turn.Reader.TryRead(out _);
        ThrowFailure();
    }

    private async Task RingAsync()
    {
        await _turn.Writer.WriteAsync(true).ConfigureAwait(false);
        try
        {
            while (TakeUntil(GetUtcNow()) is { } work)
            {
                await work.RunAsync().ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            _failure ??= failure;
        }
        finally
        {
            _turn.Reader.TryRead(out _);
            SetAlarm();
        }
    }

    private ScheduledWork? TakeUntil(DateTimeOffset moment)
    {
        lock (_gate)
        {
            while (_queue.TryPeek(out var first, out _))
            {
                if (first.IsCancelled)
                {
                    _queue.Dequeue();
                    continue;
                }
                return first.Due <= moment ? _queue.Dequeue() : null;
            }
            return null;
        }
    }

    private void MoveTo(DateTimeOffset moment)
    {
        lock (_gate)
        {
            var missing = moment - (_source.GetUtcNow() + _offset);
            _offset += missing > TimeSpan.Zero ? missing : TimeSpan.Zero;
        }
    }

    private void SetAlarm()
    {
        lock (_gate)
        {
            if (_closed || !_queue.TryPeek(out var first, out _))
            {
                return;
            }
            var wait = first.Due - (_source.GetUtcNow() + _offset);
            _alarm.Change(
                wait < TimeSpan.Zero ? TimeSpan.Zero
                    : wait > LongestWait ? LongestWait
                    : wait,
                Timeout.InfiniteTimeSpan
            );
        }
    }

    private void ThrowFailure()
    {
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
