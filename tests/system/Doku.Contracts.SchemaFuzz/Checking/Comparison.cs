using Doku.Contracts.SchemaFuzz.Cases;
using Doku.Contracts.SchemaFuzz.Judges;
using Doku.Contracts.SchemaFuzz.Reading;

namespace Doku.Contracts.SchemaFuzz.Checking;

/// <summary>Ours against the judges.</summary>
/// <param name="statistics">Counts what the judges' known deviations explain.</param>
internal sealed class Comparison(Statistics statistics)
{
    /// <summary>What is wrong with a verdict; null when nothing is.</summary>
    public Fault? Fault(FuzzCase fuzzCase, int index, Reading.Reading reading, Verdicts verdicts)
    {
        var (ajv, hyperjump) = (verdicts.Ajv?[index], verdicts.Hyperjump?[index]);
        if ((ajv ?? hyperjump) is not { } verdict)
        {
            return null;
        }

        statistics.AddJudged(ajv is not null, hyperjump is not null);
        var keyword = verdicts.Keywords?[index];
        if (ajv is not null && hyperjump is not null && ajv != hyperjump)
        {
            if (Deviations.Explain(fuzzCase, isAjv: ajv != reading.IsValid) is { } deviation)
            {
                statistics.Add(deviation);
                return null;
            }

            return Made(
                $"judges differ: ajv {Word(ajv)} {keyword}, ours {Word(reading.IsValid)} {reading.Code}"
            );
        }

        return verdict == reading.IsValid ? null
            : reading.IsValid ? Made($"verdict: takes what breaks {keyword}")
            : Made($"verdict: refuses by {reading.Code}");

        Fault Made(string kind) =>
            new(
                kind,
                $"ours {Word(reading.IsValid)}, ajv {Word(ajv)}, hyperjump {Word(hyperjump)}; {reading.Errors}",
                fuzzCase.Instances[index]
            );
    }

    private static string Word(bool? verdict) =>
        verdict switch
        {
            true => "valid",
            false => "invalid",
            _ => "silent",
        };
}
