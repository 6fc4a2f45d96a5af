namespace Doku.Contracts.Sandbox.Clock;

/// <summary>A timer by the sandbox's clock, for code that shares this clock with the sandbox.</summary>
internal sealed class SandboxTimer(SandboxClock clock, TimerCallback callback, object? state)
    : ITimer
{
    private readonly Lock _gate = new();
    private ScheduledWork? _next;
    private TimeSpan _period;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _next?.Dispose();
            _period = period;
            _next =
                dueTime < TimeSpan.Zero ? null : clock.Schedule(clock.GetUtcNow() + dueTime, Fire);
        }
        return true;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _next?.Dispose();
            _next = null;
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Fire()
    {
        lock (_gate)
        {
            if (_next is { IsCancelled: false } fired && _period > TimeSpan.Zero)
            {
                _next = clock.Schedule(fired.Due + _period, Fire);
            }
        }
        callback(state);
        return Task.CompletedTask;
    }
}
