using Doku.Contracts.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Analyzers.Tests;

/// <summary>Each finding is at the constant itself: the text between ⟦ and ⟧.</summary>
public sealed class PlacesTests
{
    public static TheoryData<string, string> Mistakes { get; } =
        new()
        {
            { "DOKU1006", "static Sample A() => Valid with { Advised = ⟦\"abcd\"⟧ };" },
            { "DOKU1006", "static Sample A() => Valid with { Advised = ⟦\"a1\"⟧ };" },
            { "DOKU1006", "static Sample A() => Valid with { Amount = ⟦9⟧ };" },
            { "DOKU1006", "static Sample A() => Valid with { Few = ⟦[\"a\", \"b\"]⟧ };" },
            { "DOKU1001", "static Sample A() => new Sample { Code = ⟦\"a|b\"⟧, Count = 1 };" },
            { "DOKU1001", "static Sample A() => new() { Code = ⟦\"a|b\"⟧, Count = 1 };" },
            { "DOKU1001", "static Sample A() => Valid with { Code = ⟦\"a|b\"⟧ };" },
            { "DOKU1001", "static Sample A = Valid with { Code = ⟦@\"a|b\"⟧ };" },
            { "DOKU1001", "static Sample A() => Valid with { Code = ⟦\"\"\"a|b\"\"\"⟧ };" },
            {
                "DOKU1001",
                "const string Bad = \"a|b\"; static Sample A() => Valid with { Code = ⟦Bad⟧ };"
            },
            {
                "DOKU1001",
                "static Sample A() { const string bad = \"a|b\"; return Valid with { Code = ⟦bad⟧ }; }"
            },
            {
                "DOKU1001",
                "const string Part = \"AB\"; static Sample A() => Valid with { Code = ⟦$\"{Part}|\"⟧ };"
            },
            { "DOKU1001", "static Sample A() => Valid with { Code = ⟦\"AB\" + \"|\"⟧ };" },
            { "DOKU1001", "static Sample A() => Valid with { Code = (⟦\"A|B\"⟧) };" },
            { "DOKU1002", "static Sample A() => Valid with { Code = ⟦nameof(A)⟧ };" },
            {
                "DOKU1001",
                "static Sample A(bool b) => Valid with { Code = b ? \"AB\" : ⟦\"A|B\"⟧ };"
            },
            { "DOKU1001", "static Sample A(string? s) => Valid with { Code = s ?? ⟦\"A|B\"⟧ };" },
            {
                "DOKU1001",
                "static Sample A(int i) => Valid with { Code = i switch { 0 => \"AB\", _ => ⟦\"A|B\"⟧ } };"
            },
            { "DOKU1002", "static Sample A() => Valid with { Name = ⟦\"abcd\"⟧ };" },
            { "DOKU1002", "static Sample A() => Valid with { Tags = [\"a\", ⟦\"abcdef\"⟧] };" },
            { "DOKU1003", "static Sample A() => Valid with { Plate = ⟦\"1\"⟧ };" },
            { "DOKU1003", "static Sample A() => Valid with { Word = ⟦\"c\"⟧ };" },
            { "DOKU1004", "static Sample A() => new() { Code = \"AB\", Count = ⟦0⟧ };" },
            { "DOKU1004", "static Sample A() => Valid with { Page = ⟦11⟧ };" },
            { "DOKU1004", "static Sample A() => Valid with { Page = ⟦(long?)11⟧ };" },
            {
                "DOKU1004",
                "static Sample A(bool b) => Valid with { Price = b ? null : ⟦5.001m⟧ };"
            },
            { "DOKU1004", "static Sample A() => Valid with { Pairs = [[1, ⟦-1⟧], []] };" },
            { "DOKU1005", "static Sample A() => Valid with { Tags = ⟦[]⟧ };" },
            { "DOKU1005", "static Sample A(bool b) => Valid with { Tags = b ? [\"a\"] : ⟦[]⟧ };" },
            {
                "DOKU1005",
                "static Sample A(string s, string[] more) => Valid with { Tags = ⟦[s, s, s, s, .. more]⟧ };"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_constant_is_reported_where_it_is_written(string id, string marked)
    {
        var (text, places) = MarkedText.Unmark(Shop.Code(marked));
        var (start, length) = Assert.Single(places);
        var run = Shop.With(MarkedText.Unmark(marked).Text);
        Assert.Empty(run.CompilerFindings);

        var findings = await Shop.Findings(run.Compilation);

        // A lower-case letter or a single character may break more than one rule, but always at one place.
        Assert.Contains(findings, f => f.Id == id);
        Assert.All(
            findings,
            f =>
            {
                Assert.Equal(
                    text[start..(start + length)],
                    text[f.Location.SourceSpan.Start..f.Location.SourceSpan.End]
                );
                Assert.Equal(start, f.Location.SourceSpan.Start);
                Assert.Equal(
                    f.Id == "DOKU1006" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                    f.Severity
                );
            }
        );
    }

    [Fact]
    public async Task Every_constant_of_an_initializer_is_reported()
    {
        var (text, places) = MarkedText.Unmark(
            Shop.Code(
                "static Sample A() => new() { Code = ⟦\"A|B\"⟧, Count = ⟦0⟧, Name = ⟦\"abcd\"⟧ };"
            )
        );
        var run = Shop.With(
            "static Sample A() => new() { Code = \"A|B\", Count = 0, Name = \"abcd\" };"
        );

        var findings = await Shop.Findings(run.Compilation);

        Assert.Equal(["DOKU1001", "DOKU1004", "DOKU1002"], findings.Select(f => f.Id));
        Assert.Equal(
            places,
            findings.Select(f => (f.Location.SourceSpan.Start, f.Location.SourceSpan.Length))
        );
        Assert.All(places, p => Assert.True(p.Start + p.Length <= text.Length));
    }
}
