using Doku.Contracts.Conformance.Running;

namespace Doku.Contracts.Conformance.Reporting;

/// <summary>Why a group isn't right, in a line that several groups may share.</summary>
internal static class Misses
{
    public static string Reason(GroupResult result) =>
        result.Findings.Count > 0 ? result.Findings[0]
        : result.Wrong.Any() ? "wrong: " + Names(result.Wrong)
        : "not kept: " + Names(result.Lost);

    private static string Names(IEnumerable<TestResult> tests) =>
        string.Join(", ", tests.Select(test => test.Test.Description));
}
