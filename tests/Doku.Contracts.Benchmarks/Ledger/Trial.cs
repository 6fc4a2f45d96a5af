using System.Diagnostics;
using Doku.Contracts.AspNetCore.Tests.Support;
using Doku.Contracts.Benchmarks.Load;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Benchmarks.Ledger;

/// <summary>
/// One engine in one setup: processes that listen and work, a warm-up, a backlog stored over HTTP while handlers are held
/// up, and the backlog worked off.
/// </summary>
internal static class Trial
{
    private const int Connections = 16;
    private const int WarmUp = 300;

    public static async Task<TrialResult> RunAsync(
        Setup setup,
        PostgresServer server,
        int count,
        bool countsRoundTrips
    )
    {
        await using var database = await TrialDatabase.CreateAsync(setup.IsSqlite ? null : server);
        await using var wire = countsRoundTrips
            ? new PostgresWire(database.ConnectionString)
            : null;
        var processes = new List<EngineProcess>();
        try
        {
            for (var i = 0; i < setup.Processes; i++)
            {
                processes.Add(
                    await EngineProcess.StartAsync(
                        setup.Engine,
                        wire?.ConnectionString ?? database.ConnectionString
                    )
                );
            }

            await StoreAsync(processes, Requests(0, WarmUp * setup.Processes));
            await UntilWorkedAsync(database, WarmUp * setup.Processes);
            var requests = Requests(1_000_000, count);
            await Task.WhenAll(processes.Select(process => process.PostAsync("/close")));
            var stored = await MeasureAsync(
                database,
                processes,
                wire,
                () => StoreAsync(processes, requests)
            );
            var worked = await MeasureAsync(
                database,
                processes,
                wire,
                async () =>
                {
                    await Task.WhenAll(processes.Select(process => process.PostAsync("/open")));
                    await UntilWorkedAsync(database, WarmUp * setup.Processes + count);
                }
            );
            return new TrialResult(stored.Per(count), worked.Per(count));
        }
        finally
        {
            await Task.WhenAll(processes.Select(process => process.DisposeAsync().AsTask()));
        }
    }

    private static byte[][] Requests(int first, int count) =>
        Wire.Requests(Wire.Notifications, first, count, DateTimeOffset.UtcNow);

    private static async Task StoreAsync(List<EngineProcess> processes, byte[][] requests) =>
        await Task.WhenAll(
            processes.Select(
                (process, i) =>
                    LoadClient.RunAsync(
                        process.Address,
                        [.. requests.Where((_, number) => number % processes.Count == i)],
                        Connections / processes.Count
                    )
            )
        );

    private static async Task UntilWorkedAsync(TrialDatabase database, int count)
    {
        while (await database.CountEffectsAsync() < count)
        {
            await Task.Delay(20);
        }
    }

    private static async Task<Measurement> MeasureAsync(
        TrialDatabase database,
        List<EngineProcess> processes,
        PostgresWire? wire,
        Func<Task> work
    )
    {
        // What the phase before set off has ended.
        await Task.Delay(500);
        var before = await LookAsync();
        var start = Stopwatch.GetTimestamp();
        await work();
        var time = Stopwatch.GetElapsedTime(start);
        return (await LookAsync()).Since(before) with { Time = time };

        async Task<Measurement> LookAsync() =>
            new()
            {
                Program = (
                    await Task.WhenAll(processes.Select(process => process.ProcessorTimeAsync()))
                ).Sum(),
                Server = await database.ProcessorTimeAsync(),
                LogBytes = await database.LogBytesAsync(),
                RoundTrips = wire?.Counts.RoundTrips ?? 0,
            };
    }
}
