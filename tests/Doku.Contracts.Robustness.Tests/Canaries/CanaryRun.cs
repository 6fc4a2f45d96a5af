using System.Reflection;

namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>
/// Listens through a whole run of a test project, and fails it at the end when a canary was heard. A project switches
/// it on by linking CanaryRun.cs, CanaryWatch.cs and WatchedTelemetry.cs, by <c>[assembly: AssemblyFixture(typeof(CanaryRun))]</c>, and by
/// naming its canaries: <c>&lt;AssemblyMetadata Include="Canary" Value="…" /&gt;</c>. Logs aren't heard: no listener can be
/// put on every logger of a process.
/// </summary>
public sealed class CanaryRun : IDisposable
{
    private readonly CanaryWatch _watch;
    private readonly WatchedTelemetry _telemetry;

    public CanaryRun()
        : this(
            typeof(CanaryRun)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Where(each => each.Key == "Canary")
                .Select(each => each.Value!)
        ) { }

    internal CanaryRun(IEnumerable<string> canaries)
    {
        string[] named = [.. canaries];
        Assert.NotEmpty(named);
        _watch = new CanaryWatch(named);
        _telemetry = new WatchedTelemetry(_watch);
    }

    public void Dispose()
    {
        _telemetry.Dispose();
        // One test run by itself may well give nothing to hear; a whole run can't.
        Assert.True(
            _watch.Heard("exception") > 0 || Environment.GetEnvironmentVariable("CI") is null,
            "Nothing was heard in the whole run."
        );
        Assert.True(
            _watch.Leaks.Count == 0,
            $"{_watch.Leaks.Count} leaks, of these the first: "
                + string.Join('\n', _watch.Leaks.Take(10))
        );
    }
}
