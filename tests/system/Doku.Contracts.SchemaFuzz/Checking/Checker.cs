using Doku.Contracts.SchemaFuzz.Cases;
using Doku.Contracts.SchemaFuzz.Judges;
using Doku.Contracts.SchemaFuzz.Reading;

namespace Doku.Contracts.SchemaFuzz.Checking;

/// <summary>A case and what is wrong with it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="IsSchema">Whether a judge takes its schema.</param>
internal sealed record Checked(FuzzCase Case, IReadOnlyList<Fault> Faults, bool IsSchema);

/// <summary>Generates, compiles and runs the code of many cases, and compares its verdicts with the judges'.</summary>
internal sealed class Checker(JudgeProcess judges)
{
    /// <summary>What was counted, over all cases.</summary>
    public Statistics Statistics { get; } = new();

    /// <summary>Checks cases that agree about <c>format</c>.</summary>
    public IReadOnlyList<Checked> Check(IReadOnlyList<FuzzCase> cases)
    {
        var judged = cases.Where(c => !c.IsBeyondJudges).ToList();
        var judging = Task.Run(() => judges.Judge([.. judged.Select(c => (c, c.Instances))]));
        using var code = GeneratedCode.Of(cases, cases[0].AssertsFormat);
        var verdicts = judged
            .Zip(judging.GetAwaiter().GetResult())
            .ToDictionary(pair => pair.First.Number, pair => pair.Second);
        var results = cases.ToDictionary(c => c.Number, _ => new List<Fault>());
        var written = new List<(FuzzCase Case, List<string> Instances, List<string> Written)>();
        foreach (var fuzzCase in cases)
        {
            var faults = results[fuzzCase.Number];
            var answers = Read(code, fuzzCase, verdicts.GetValueOrDefault(fuzzCase.Number), faults);
            faults.InsertRange(0, code.FaultsOf(fuzzCase));
            if (answers.Count > 0 && !fuzzCase.IsBeyondJudges)
            {
                written.Add(
                    (
                        fuzzCase,
                        [.. answers.Select(a => a.Instance)],
                        [.. answers.Select(a => a.Written)]
                    )
                );
            }
        }

        JudgeWritten(written, results);
        Statistics.Add(code.Diagnostics);
        foreach (var fuzzCase in cases)
        {
            Statistics.Add(
                fuzzCase,
                verdicts.GetValueOrDefault(fuzzCase.Number),
                results[fuzzCase.Number]
            );
        }

        return
        [
            .. cases.Select(c => new Checked(
                c,
                results[c.Number],
                verdicts.GetValueOrDefault(c.Number) is not { Ajv: null, Hyperjump: null }
            )),
        ];
    }

    // What was read from instances that are valid, and is written as another text.
    private List<(string Instance, string Written)> Read(
        GeneratedCode code,
        FuzzCase fuzzCase,
        Verdicts? verdicts,
        List<Fault> faults
    )
    {
        var comparison = new Comparison(Statistics);
        var written = new List<(string, string)>();
        if (code.ProbeOf(fuzzCase) is not { } probe)
        {
            return written;
        }

        faults.AddRange(Records.Faults(code, fuzzCase, Statistics));
        for (var i = 0; i < fuzzCase.Instances.Count; i++)
        {
            var instance = fuzzCase.Instances[i];
            var reading = probe.Read(instance);
            Statistics.Add(reading);
            if (reading.Fault is not null)
            {
                faults.Add(reading.Fault);
            }

            if (
                verdicts is not null
                && reading.Fault?.Kind.StartsWith("throws", StringComparison.Ordinal) != true
                && comparison.Fault(fuzzCase, i, reading, verdicts) is { } fault
            )
            {
                faults.Add(fault);
            }

            if (reading.Written is { } text && text != instance)
            {
                written.Add((instance, text));
            }
        }

        return written;
    }

    private void JudgeWritten(
        List<(FuzzCase Case, List<string> Instances, List<string> Written)> questions,
        Dictionary<int, List<Fault>> results
    )
    {
        var verdicts = judges.Judge([
            .. questions.Select(q => (q.Case, (IReadOnlyList<string>)q.Written)),
        ]);
        for (var i = 0; i < questions.Count; i++)
        {
            var (fuzzCase, instances, written) = questions[i];
            var faults = results[fuzzCase.Number];
            for (var j = 0; j < written.Count; j++)
            {
                // Where reading itself is wrong, so is what it wrote.
                if (
                    verdicts[i].Ajv?[j] == false
                    && verdicts[i].Hyperjump?[j] == false
                    && !faults.Any(f => f.Instance == instances[j])
                )
                {
                    faults.Add(
                        new Fault("written invalid", $"it is written as {written[j]}", instances[j])
                    );
                }
            }
        }
    }
}
