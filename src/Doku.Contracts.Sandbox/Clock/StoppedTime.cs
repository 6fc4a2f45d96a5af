namespace Doku.Contracts.Sandbox.Clock;

/// <summary>Time that stands still: <see cref="SandboxClock"/> over it moves by hand alone.</summary>
internal sealed class StoppedTime(DateTimeOffset moment) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => new NeverTimer();

    private sealed class NeverTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
