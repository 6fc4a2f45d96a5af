using System.Diagnostics;
using System.Globalization;

namespace Doku.Contracts.Benchmarks;

/// <summary>
/// Contenders in turns of a millisecond or so. On a machine that others use too, its speed changes from second to
/// second; what runs in turns meets the same changes, so the ratio of the medians holds where that of whole runs doesn't.
/// </summary>
internal static class Pairs
{
    private const int Turns = 400;

    public static void Run()
    {
        var write = new WriteBenchmarks();
        var read = new ReadBenchmarks();
        var validate = new ValidateBenchmarks();
        var judge = new JudgeBenchmarks();
        var send = new SendBenchmarks();
        var receive = new ReceiveBenchmarks();
        Compare(
            "write",
            ("System.Text.Json, fast path", () => write.SystemTextJson()),
            ("contract", () => write.Contract())
        );
        Compare(
            "read",
            ("System.Text.Json, classes", () => read.SystemTextJson()),
            ("System.Text.Json, records", () => read.SystemTextJsonRecords()),
            ("contract, strict", () => read.ContractStrict()),
            ("contract, lenient", () => read.ContractLenient())
        );
        Compare(
            "validate",
            ("FluentValidation", () => validate.FluentValidation()),
            ("contract", () => validate.Contract())
        );
        Compare(
            "verdict",
            ("NJsonSchema", () => judge.NJsonSchema()),
            ("contract, strict", () => judge.Contract())
        );
        Compare(
            "send",
            ("by hand", () => send.ByHand()),
            ("contract", () => send.Contract()),
            ("two hashes alone", () => send.HashesAlone())
        );
        Compare(
            "receive",
            ("by hand", () => receive.ByHand()),
            ("Stripe.net", () => receive.Stripe()),
            ("contract", () => receive.Contract())
        );
    }

    private static void Compare(string work, params (string Name, Action Run)[] contenders)
    {
        var calls = contenders.Select(c => WarmUp(c.Run)).ToArray();
        var times = contenders.Select(_ => new double[Turns]).ToArray();
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                times[i][turn] = Time(contenders[i].Run, calls[i]);
            }
        }

        foreach (var samples in times)
        {
            Array.Sort(samples);
        }

        for (var i = 0; i < contenders.Length; i++)
        {
            var median = times[i][Turns / 2];
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{work, -9} {contenders[i].Name, -28} {median, 10:F0} ns  {median / times[0][Turns / 2], 6:F3}  {Allocated(contenders[i].Run), 7} B"
                )
            );
        }
    }

    // Long enough for the runtime to compile what is hot as well as it can; gives the calls of a millisecond.
    private static int WarmUp(Action run)
    {
        var calls = 1;
        for (var round = 0; round < 10; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (calls = 0; Stopwatch.GetElapsedTime(start).TotalMilliseconds < 200; calls++)
            {
                run();
            }

            Thread.Sleep(120);
        }

        return Math.Max(1, calls / 200);
    }

    private static double Time(Action run, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static long Allocated(Action run)
    {
        const int Calls = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++)
        {
            run();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
