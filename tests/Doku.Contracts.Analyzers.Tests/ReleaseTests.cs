using Doku.Contracts.Generators.Analyzers;
using Doku.Contracts.Generators.Tests.Harness;
using Doku.Contracts.Schema.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Analyzers.Tests;

/// <summary>
/// The release files list every rule. The compiler's own check (RS2000, RS2002) sees the analyzer's rules only; those
/// of schemas are kept in a library that knows no compiler.
/// </summary>
public sealed class ReleaseTests
{
    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "generators/Doku.Contracts.Generators"
    );

    [Fact]
    public void The_release_files_list_every_rule_with_its_severity_and_title()
    {
        var schemas = Rule.All.Select(rule => Row(rule.Id, rule.Severity.ToString(), rule.Title));
        var literals = new LiteralAnalyzer().SupportedDiagnostics.Select(rule =>
            Row(rule.Id, rule.DefaultSeverity.ToString(), rule.Title.ToString(null))
        );

        Assert.Equal(
            schemas.Concat(literals).Order(StringComparer.Ordinal),
            Listed().Order(StringComparer.Ordinal)
        );
    }

    public static TheoryData<string> Literals { get; } =
        new(new LiteralAnalyzer().SupportedDiagnostics.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Literals))]
    public void Every_rule_for_constants_has_a_page_that_begins_with_its_id_and_title(string id)
    {
        var title = new LiteralAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id).Title;

        var page = File.ReadAllLines(
            Path.Combine(Repository.Root, "docs", "diagnostics", $"{id}.md")
        );

        Assert.Equal($"# {id}: {title}", page[0]);
    }

    private static IEnumerable<string> Listed() =>
        Directory
            .EnumerateFiles(Folder, "AnalyzerReleases.*.md")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("DOKU", StringComparison.Ordinal));

    private static string Row(string id, string severity, string title) =>
        $"{id} | Doku.Contracts | {severity} | {title}";
}
