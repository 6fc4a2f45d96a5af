using System.Diagnostics;
using System.Globalization;
using Doku.Contracts.Fuzz.Targets;

namespace Doku.Contracts.Fuzz.Loop;

/// <summary>
/// Feeds a target with the corpus, and then with inputs made of it, until the runs are over or one fails. Blind, but
/// repeatable: the same seed, corpus and number of runs feed the same inputs.
/// </summary>
internal sealed class FuzzLoop(IFuzzTarget target, IReadOnlyList<byte[]> corpus, Func<byte[]> next)
{
    // No input may take longer. Far above what any takes, so that a busy machine isn't a finding.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HangsAfter = TimeSpan.FromSeconds(60);

    /// <summary>Feeds changed inputs of the corpus.</summary>
    internal FuzzLoop(IFuzzTarget target, IReadOnlyList<byte[]> corpus, int seed)
        : this(target, corpus, new Mutator(corpus, seed).Next) { }

    private byte[] _input = [];
    private long _beganAt;

    /// <param name="runs">How many inputs at most.</param>
    /// <param name="keep">Keeps the input that fails; called from another thread when one hangs, and the process then ends.</param>
    internal FuzzReport Run(long runs, Action<Finding> keep)
    {
        var answers = new Dictionary<string, long>(StringComparer.Ordinal);
        var slowest = TimeSpan.Zero;
        Finding? finding = null;
        long run = 0;
        var began = Stopwatch.GetTimestamp();
        Volatile.Write(ref _beganAt, began);
        using var watch = new Timer(_ => StopWhenHanging(keep), null, HangsAfter, HangsAfter / 10);
        while (run < runs && finding is null)
        {
            _input = run < corpus.Count ? corpus[(int)run] : next();
            var start = Stopwatch.GetTimestamp();
            Volatile.Write(ref _beganAt, start);
            finding = Feed(answers);
            var took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
            if (finding is null && took > Bound)
            {
                finding = new Finding(_input, Invariant($"It took {took.TotalSeconds:F1} s."));
            }

            run++;
        }

        if (finding is not null)
        {
            keep(finding);
        }

        return new FuzzReport(run, Stopwatch.GetElapsedTime(began), slowest, answers, finding);
    }

    private Finding? Feed(Dictionary<string, long> answers)
    {
        try
        {
            var answer = target.Feed(_input);
            answers[answer] = answers.GetValueOrDefault(answer) + 1;
            return null;
        }
        catch (Exception exception)
        {
            // No exception is documented for input from outside, so each is a finding.
            return new Finding(_input, exception.ToString());
        }
    }

    private void StopWhenHanging(Action<Finding> keep)
    {
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref _beganAt)) > HangsAfter)
        {
            keep(new Finding(_input, "It hangs."));
            Environment.Exit(2);
        }
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
