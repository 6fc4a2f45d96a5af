using System.Diagnostics;
using System.Globalization;
using Doku.Contracts.SchemaFuzz.Cases;
using Doku.Contracts.SchemaFuzz.Judges;
using Doku.Contracts.SchemaFuzz.Making;
using Doku.Contracts.SchemaFuzz.Reading;
using Doku.Contracts.SchemaFuzz.Shrinking;

namespace Doku.Contracts.SchemaFuzz.Checking;

/// <summary>Makes cases, checks them, and makes what fails small.</summary>
/// <param name="judges">The judges.</param>
/// <param name="seed">The same seed gives the same cases.</param>
/// <param name="keep">Takes each finding, as small as it gets.</param>
internal sealed class FuzzRun(JudgeProcess judges, int seed, Action<FuzzCase, Fault> keep)
{
    private const int PerBatch = 60;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _shrunk = new(StringComparer.Ordinal);

    /// <summary>How many findings of a kind are made small; further ones are only counted.</summary>
    public int MostOfAKind { get; init; } = 6;

    public Statistics Run(int count, Action<string> report)
    {
        var checker = new Checker(judges);
        for (var batch = 0; batch * PerBatch < count; batch++)
        {
            var start = batch * PerBatch;
            var cases = Enumerable
                .Range(start, Math.Min(PerBatch, count - start))
                .Select(number => CaseMaker.Make(seed, number, assertsFormat: batch % 4 == 3))
                .ToList();
            var watch = Stopwatch.StartNew();
            foreach (var (fuzzCase, faults, _) in checker.Check(cases))
            {
                foreach (var fault in faults.DistinctBy(f => f.Kind))
                {
                    Found(fuzzCase, fault);
                }
            }

            report(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{start + cases.Count} of {count}, {watch.Elapsed.TotalSeconds:F1} s"
                )
            );
        }

        return checker.Statistics;
    }

    private void Found(FuzzCase fuzzCase, Fault fault)
    {
        var count = _shrunk[fault.Kind] = _shrunk.GetValueOrDefault(fault.Kind) + 1;
        if (count > MostOfAKind || ClosedList.Allows(fault))
        {
            return;
        }

        var (small, why) = new Shrinker(judges).Shrink(fuzzCase, fault);
        var text = string.Join(
            '\n',
            small.Files.Select(f => Json.Text(f.Schema)).Concat(small.Instances)
        );
        if (!_known.Add(text))
        {
            return;
        }

        keep(small with { Number = fuzzCase.Number }, why);
    }
}
