using System.Text.RegularExpressions;

namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>How a program ended, and what it said.</summary>
internal sealed partial record Ran(int ExitCode, string Output)
{
    /// <summary>The distinct errors and warnings of a build, without the name of the project at the end.</summary>
    internal IReadOnlyList<string> Findings { get; } =
    [
        .. Output
            .Split('\n')
            .Where(line => FindingPattern.IsMatch(line))
            .Select(line => ProjectPattern.Replace(line.Trim(), ""))
            .Distinct(),
    ];

    internal Ran EnsureSucceeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    internal void EnsureNothingFound() =>
        Assert.True(Findings.Count == 0, string.Join('\n', Findings));

    [GeneratedRegex(@"\b(error|warning) [A-Z]+\d+:")]
    private static partial Regex FindingPattern { get; }

    [GeneratedRegex(@" \[[^\]]*proj\]$")]
    private static partial Regex ProjectPattern { get; }
}
