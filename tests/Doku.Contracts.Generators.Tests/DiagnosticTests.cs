using Doku.Contracts.Generators.Tests.Harness;
using Doku.Contracts.Schema.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests;

/// <summary>Each mistake is reported at its exact place: the text between ⟦ and ⟧.</summary>
public sealed partial class DiagnosticTests
{
    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_at_its_place(string id, string marked)
    {
        var (text, start, length) = Unmark(marked);

        var diagnostic = Assert.Single(
            GeneratorRun.Of(new SchemaText("sample.schema.json", text)).Diagnostics
        );

        Assert.Equal(id, diagnostic.Id);
        AssertPlace(diagnostic, text, start, length);
    }

    public static TheoryData<string> Contracts { get; } =
        new()
        {
            "⟦{}⟧",
            "{\"contract\":⟦\"a b\"⟧}",
            "{\"contract\":\"A\",\"operations\":{\"go\":{\"method\":⟦\"FETCH\"⟧,\"path\":\"/\",\"response\":\"a.schema.json\"}}}",
            "{\"contract\":\"A\",\"operations\":{\"go\":{\"method\":\"GET\",\"path\":⟦\"go\"⟧,\"response\":\"a.schema.json\"}}}",
            "{\"contract\":\"A\",\"operations\":{\"go\":⟦{\"method\":\"GET\",\"path\":\"/\"}⟧}}",
            "{\"contract\":\"A\",\"operations\":{\"go\":{\"method\":\"GET\",\"path\":⟦\"/{id}\"⟧,\"response\":\"a.schema.json\"}}}",
            "{\"contract\":\"A\",\"notifications\":{\"done\":{\"body\":⟦\"a.schema.json#/$defs/text\"⟧}}}",
        };

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_mistake_in_a_contract_file_is_reported_at_its_place(string marked)
    {
        var (text, start, length) = Unmark(marked);

        var run = GeneratorRun.Of(
            new SchemaText("sample.contract.json", text),
            new SchemaText(
                "a.schema.json",
                """{"type":"object","$defs":{"text":{"type":"string"}}}"""
            )
        );

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("DOKU0015", diagnostic.Id);
        AssertPlace(diagnostic, text, start, length);
    }

    [Fact]
    public void References_that_lead_back_to_themselves_are_reported_each_where_it_closes_the_circle()
    {
        const string text = """{"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}""";

        var diagnostics = GeneratorRun.Of(new SchemaText("sample.schema.json", text)).Diagnostics;

        Assert.All(diagnostics, d => Assert.Equal("DOKU0006", d.Id));
        Assert.Equal(
            [
                text.IndexOf("\"#/$defs/b\"", StringComparison.Ordinal),
                text.IndexOf("\"#/$defs/a\"", StringComparison.Ordinal),
            ],
            diagnostics.Select(d => d.Location.SourceSpan.Start).Order()
        );
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported()
    {
        var diagnostic = Assert.Single(
            GeneratorRun.Of(new SchemaText("sample.schema.json", null)).Diagnostics
        );

        Assert.Equal("DOKU0018", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public void A_contract_whose_type_failed_adds_no_error_of_its_own()
    {
        var run = GeneratorRun.Of(
            new SchemaText(
                "a.contract.json",
                """{"contract":"A","operations":{"go":{"method":"POST","path":"/","request":"b.schema.json","response":"b.schema.json"}}}"""
            ),
            new SchemaText(
                "b.schema.json",
                """{"type":"object","properties":{"x":{"type":"string","format":"nonsense"}}}"""
            )
        );

        Assert.Equal("DOKU0014", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.CompilerFindings);
    }

    [Fact]
    public void Two_files_that_define_one_type_are_both_named_and_neither_is_generated()
    {
        var run = GeneratorRun.Of(
            new SchemaText("a.schema.json", """{"type":"object","x-name":"Same"}"""),
            new SchemaText("b.schema.json", """{"type":"object","x-name":"SAME"}""")
        );

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("DOKU0024", diagnostic.Id);
        Assert.Contains(
            "'a.schema.json' and by 'b.schema.json'",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Two_files_with_one_id_are_reported()
    {
        var run = GeneratorRun.Of(
            new SchemaText("a.schema.json", """{"$id":"https://x.example/s","type":"object"}"""),
            new SchemaText("b.schema.json", """{"$id":"https://x.example/s","type":"object"}""")
        );

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("DOKU0029", diagnostic.Id);
        Assert.Equal(7, diagnostic.Location.GetLineSpan().StartLinePosition.Character);
    }

    [Fact]
    public void A_mistake_fails_the_build_and_the_type_is_there_for_its_callers_all_the_same()
    {
        var run = GeneratorRun.Of(
            new SchemaText(
                "sample.schema.json",
                """{"type":"object","properties":{"a":{"type":"string","format":"nonsense"}}}"""
            )
        );

        Assert.Single(run.Sources);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(run.Diagnostics).Severity);
        Assert.Empty(run.CompilerFindings);
    }

    [Fact]
    public void A_mistake_in_a_shared_file_is_reported_once_and_there()
    {
        var run = GeneratorRun.Of(
            new SchemaText(
                "a.schema.json",
                """{"type":"object","properties":{"x":{"$ref":"shared.json#/$defs/t"}}}"""
            ),
            new SchemaText(
                "b.schema.json",
                """{"type":"object","properties":{"x":{"$ref":"shared.json#/$defs/t"}}}"""
            ),
            new SchemaText(
                "shared.json",
                """{"$defs":{"t":{"type":"object","properties":{"y":{"type":"string","format":"nonsense"}}}}}"""
            )
        );

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.EndsWith(
            "shared.json",
            diagnostic.Location.GetLineSpan().Path,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_rule_has_a_test()
    {
        var tested = Mistakes
            .Select(row => row.Data.Item1)
            .Concat(["DOKU0006", "DOKU0015", "DOKU0018", "DOKU0024", "DOKU0029"])
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Rule.All.Select(rule => rule.Id), tested.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public void A_warning_can_be_raised_or_silenced_in_the_editorconfig(
        string severity,
        DiagnosticSeverity? expected
    )
    {
        var unanchored = new SchemaText(
            "a.schema.json",
            """{"type":"object","properties":{"a":{"type":"string","pattern":"[a-z]"}}}"""
        );

        var run = GeneratorRun.Of(
            [unanchored],
            new SchemaOptions(("doku_diagnostic.DOKU0012.severity", severity))
        );

        Assert.Equal(expected, run.Diagnostics.SingleOrDefault()?.Severity);
    }

    [Fact]
    public void An_error_cannot_be_silenced()
    {
        var broken = new SchemaText(
            "a.schema.json",
            """{"type":"object","properties":{"a":{"type":"string","format":"nonsense"}}}"""
        );

        var run = GeneratorRun.Of(
            [broken],
            new SchemaOptions(("doku_diagnostic.DOKU0014.severity", "none"))
        );

        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(run.Diagnostics).Severity);
    }

    [Fact]
    public void Every_rule_has_a_page_with_its_title_and_severity_and_a_line_in_the_index()
    {
        var folder = Path.Combine(Repository.Root, "docs/diagnostics");
        var index = File.ReadAllText(Path.Combine(folder, "README.md"));

        Assert.All(
            Rule.All,
            rule =>
            {
                var page = File.ReadAllText(Path.Combine(folder, rule.Id + ".md"));
                var severity = rule.Severity == RuleSeverity.Error ? "error" : "warning";
                Assert.StartsWith(
                    $"# {rule.Id}: {rule.Title}\n\nSeverity: {severity}.\n",
                    page,
                    StringComparison.Ordinal
                );
                Assert.Contains(
                    $"| [{rule.Id}]({rule.Id}.md) | {severity} | {rule.Title} |",
                    index,
                    StringComparison.Ordinal
                );
            }
        );
    }

    private static (string Text, int Start, int Length) Unmark(string marked)
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        var end = marked.IndexOf('⟧', StringComparison.Ordinal);
        return (marked.Remove(end, 1).Remove(start, 1), start, end - start - 1);
    }

    private static void AssertPlace(Diagnostic diagnostic, string text, int start, int length)
    {
        var span = diagnostic.Location.SourceSpan;
        Assert.Equal((start, length), (span.Start, span.Length));
        var place = diagnostic.Location.GetLineSpan();
        var before = text[..start];
        Assert.Equal(before.Count(c => c == '\n'), place.StartLinePosition.Line);
        Assert.Equal(start - (before.LastIndexOf('\n') + 1), place.StartLinePosition.Character);
    }
}
