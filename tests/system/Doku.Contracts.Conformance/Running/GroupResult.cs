using Doku.Contracts.Conformance.Suite;

namespace Doku.Contracts.Conformance.Running;

/// <summary>A test, and what generated code made of it.</summary>
internal sealed record TestResult(SuiteTest Test, Reading Reading)
{
    public bool IsRight => Reading.Verdict == (Test.IsValid ? Verdict.Valid : Verdict.Invalid);

    /// <summary>Whether a valid value is valid in memory as well, and valid again when it was written.</summary>
    public bool IsKept => Test.IsValid && IsRight && Reading.Loss is null;
}

/// <summary>A group, and what came of it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Findings">What the generator or the compiler has against the schema, a warning of the compiler's included.</param>
/// <param name="Tests">The tests in the group's order; empty when no type was made.</param>
internal sealed record GroupResult(
    SuiteGroup Group,
    IReadOnlyList<string> Findings,
    IReadOnlyList<TestResult> Tests
)
{
    public bool IsAccepted => Findings.Count == 0;

    public IEnumerable<TestResult> Wrong => Tests.Where(test => !test.IsRight);

    public IEnumerable<TestResult> Lost =>
        Tests.Where(test => test.IsRight && test.Test.IsValid && !test.IsKept);

    /// <summary>Whether a type was made without a finding, every verdict is right and every valid value is kept.</summary>
    public bool IsRight => IsAccepted && !Wrong.Any() && !Lost.Any();
}
