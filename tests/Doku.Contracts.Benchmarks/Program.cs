using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Doku.Contracts.Benchmarks.Ledger;
using Doku.Contracts.Benchmarks.Load;
using Perfolizer.Horology;

namespace Doku.Contracts.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/Doku.Contracts.Benchmarks -- --filter '*'</c>. A contender and its peer
/// run in one process, so that their ratio says more than their times. <c>-- pairs</c> runs them in turns instead, for
/// ratios on a busy machine, <c>-- load</c> puts the notification endpoint under load, and <c>-- ledger</c> measures the
/// ledger beside job queues in processes of their own: <c>-- ledger 5 10000 ledger,rebus 1,4</c> takes five rounds of
/// 10,000 notifications, those two, and one and four processes.
/// </summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        if (arguments is ["pairs"])
        {
            Pairs.Run();
            return;
        }

        if (arguments is ["load"])
        {
            await LoadRun.RunAsync();
            return;
        }

        if (arguments is ["ledger", .. var options])
        {
            await LedgerRun.RunAsync(options);
            return;
        }

        if (arguments is [LedgerRun.ProcessArgument, var engine, var connectionString])
        {
            await EngineProgram.RunAsync(engine, connectionString);
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, Config());
    }

    // Short iterations, many of them: a neighbour's burst on a shared machine spoils some, and the median stays.
    private static ManualConfig Config() =>
        ManualConfig
            .CreateEmpty()
            .AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithLaunchCount(1)
                    .WithWarmupCount(8)
                    .WithIterationCount(25)
                    .WithIterationTime(TimeInterval.FromMilliseconds(150))
            )
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddColumn(StatisticColumn.Median)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.GitHub);
}
