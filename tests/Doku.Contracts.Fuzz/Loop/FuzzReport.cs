using System.Globalization;

namespace Doku.Contracts.Fuzz.Loop;

/// <summary>What a run of the loop saw.</summary>
/// <param name="Runs">How many inputs were fed.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Slowest">How long the slowest input took.</param>
/// <param name="Answers">How often each answer came.</param>
/// <param name="Finding">The input that failed and ended the run; null when none did.</param>
internal sealed record FuzzReport(
    long Runs,
    TimeSpan Duration,
    TimeSpan Slowest,
    IReadOnlyDictionary<string, long> Answers,
    Finding? Finding
)
{
    internal string ToString(IFormatProvider culture) =>
        string.Create(
            culture,
            $"{Runs} inputs in {Duration.TotalSeconds:F1} s, the slowest {Slowest.TotalMilliseconds:F0} ms; "
        )
        + string.Join(
            ", ",
            Answers
                .OrderBy(answer => answer.Key, StringComparer.Ordinal)
                .Select(answer => string.Create(culture, $"{answer.Key}: {answer.Value}"))
        )
        + (Finding is null ? "" : $"; failed: {Finding.Words}");

    public override string ToString() => ToString(CultureInfo.InvariantCulture);
}
