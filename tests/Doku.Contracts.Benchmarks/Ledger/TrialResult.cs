namespace Doku.Contracts.Benchmarks.Ledger;

/// <summary>An engine, and how many processes share its database.</summary>
internal sealed record Setup(string Engine, int Processes)
{
    public bool IsSqlite => Engine.EndsWith("sqlite", StringComparison.Ordinal);
}

/// <summary>What one phase cost.</summary>
internal sealed record Measurement
{
    public TimeSpan Time { get; init; }

    /// <summary>Processor time of the endpoint's processes, in milliseconds.</summary>
    public double Program { get; init; }

    /// <summary>Processor time of the database server, in milliseconds.</summary>
    public double Server { get; init; }

    public double LogBytes { get; init; }

    public double RoundTrips { get; init; }

    public Measurement Since(Measurement before) =>
        new()
        {
            Program = Program - before.Program,
            Server = Server - before.Server,
            LogBytes = LogBytes - before.LogBytes,
            RoundTrips = RoundTrips - before.RoundTrips,
        };

    public Figures Per(int count) =>
        new(
            count / Time.TotalSeconds,
            Program / count * 1000,
            Server / count * 1000,
            LogBytes / count,
            RoundTrips / count
        );
}

/// <param name="PerSecond">Notifications a second.</param>
/// <param name="Program">Milliseconds of processor time of the programs for a thousand notifications.</param>
/// <param name="Server">Milliseconds of processor time of the database server for a thousand notifications.</param>
/// <param name="LogBytes">Bytes of the write-ahead log for a notification.</param>
/// <param name="RoundTrips">Round trips for a notification.</param>
internal sealed record Figures(
    double PerSecond,
    double Program,
    double Server,
    double LogBytes,
    double RoundTrips
)
{
    public static Figures Median(IReadOnlyCollection<Figures> all) =>
        new(
            Of(all, one => one.PerSecond),
            Of(all, one => one.Program),
            Of(all, one => one.Server),
            Of(all, one => one.LogBytes),
            Of(all, one => one.RoundTrips)
        );

    private static double Of(IReadOnlyCollection<Figures> all, Func<Figures, double> value)
    {
        var sorted = all.Select(value).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

/// <summary>Both phases of a trial.</summary>
internal sealed record TrialResult(Figures Stored, Figures Worked);
