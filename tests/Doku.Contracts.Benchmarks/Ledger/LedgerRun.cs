using System.Globalization;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Benchmarks.Ledger;

/// <summary>
/// The notification ledger beside Hangfire and Rebus, all on one PostgreSQL server of this run's own: rounds of trials,
/// in which the engines take turns in changing order.
/// </summary>
internal static class LedgerRun
{
    /// <summary>The first argument of a process that a trial starts.</summary>
    public const string ProcessArgument = "ledger-process";

    private const string Engines = "ledger,hangfire,rebus,ledger-sqlite";

    public static async Task RunAsync(string[] arguments)
    {
        string Option(int place, string otherwise) =>
            arguments.Length > place ? arguments[place] : otherwise;
        var rounds = Number(Option(0, "3"));
        var count = Number(Option(1, "4000"));
        var engines = Option(2, Engines).Split(',');
        await using var server = new PostgresServer();
        foreach (var processes in Option(3, "1,2,4").Split(',').Select(Number))
        {
            var setups = engines
                .Select(engine => new Setup(engine, processes))
                .Where(setup => processes == 1 || !setup.IsSqlite);
            await CompareAsync([.. setups], server, rounds, count);
        }

        Console.WriteLine("Round trips for a notification, counted between program and server:");
        foreach (var engine in engines)
        {
            var setup = new Setup(engine, 1);
            if (!setup.IsSqlite)
            {
                var result = await Trial.RunAsync(setup, server, 500, true);
                Write(
                    $"  {engine, -14} store {result.Stored.RoundTrips:F2}, work {result.Worked.RoundTrips:F2}"
                );
            }
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task CompareAsync(
        List<Setup> setups,
        PostgresServer server,
        int rounds,
        int count
    )
    {
        var results = setups.ToDictionary(setup => setup, _ => new List<TrialResult>());
        for (var round = 0; round < rounds; round++)
        {
            // Each engine comes first in turn, and after another than before.
            var order = setups.Skip(round % setups.Count).Concat(setups.Take(round % setups.Count));
            foreach (var setup in round % 2 == 0 ? order : order.Reverse())
            {
                var result = await Trial.RunAsync(setup, server, count, false);
                results[setup].Add(result);
                Write(
                    $"# round {round + 1}, {setup.Engine} x{setup.Processes}: {result.Stored.PerSecond:F0} stored/s, {result.Worked.PerSecond:F0} worked/s"
                );
            }
        }

        foreach (var setup in setups)
        {
            WriteLine(
                $"{setup.Engine} x{setup.Processes}",
                Figures.Median([.. results[setup].Select(result => result.Stored)]),
                Figures.Median([.. results[setup].Select(result => result.Worked)])
            );
        }
    }

    private static void WriteLine(string name, Figures stored, Figures worked)
    {
        foreach (var (phase, it) in new[] { ("stored", stored), ("worked", worked) })
        {
            Write(
                $"{name, -16} {phase} {it.PerSecond, 6:F0}/s  CPU ms a 1,000: program {it.Program, 5:F0}, server {it.Server, 5:F0}, both {it.Program + it.Server, 5:F0}  log {it.LogBytes, 6:F0} B"
            );
        }
    }

    private static void Write(FormattableString text) =>
        Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
