using System.Diagnostics;

namespace Doku.Contracts.Crash.Host;

/// <summary>Ends the process as <c>kill -9</c> does, at a named point.</summary>
internal sealed class CrashSwitch(HostSettings settings)
{
    private int _passings;

    internal void Pass(CrashPoint point)
    {
        if (
            point != settings.CrashAt
            || Interlocked.Increment(ref _passings) < settings.CrashAtPassing
        )
        {
            return;
        }

        using var self = Process.GetCurrentProcess();
        self.Kill();
        // Should the signal be slow, nothing may happen behind the point.
        Thread.Sleep(Timeout.Infinite);
    }
}
