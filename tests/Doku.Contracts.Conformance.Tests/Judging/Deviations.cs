namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>NJsonSchema 11's known deviations: every difference of verdicts must be one of these, and each must occur.</summary>
internal static class Deviations
{
    public static IReadOnlyList<Deviation> All { get; } = [];
}
