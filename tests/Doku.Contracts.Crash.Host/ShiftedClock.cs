namespace Doku.Contracts.Crash.Host;

/// <summary>The machine's clock, put forward or back; its timers run as ever.</summary>
internal sealed class ShiftedClock(HostFaults faults) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + faults.ClockOffset;
}
