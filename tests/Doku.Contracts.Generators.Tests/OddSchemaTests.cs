using Doku.Contracts.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests;

/// <summary>
/// A build that is green has the types that its schemas ask for. What can't be made is an error with a place, never
/// silence, and never a compiler that died.
/// </summary>
public sealed class OddSchemaTests
{
    public static TheoryData<string> Names { get; } = new(OddSchemas.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_type_is_there_or_an_error_says_why_not(string name)
    {
        var (types, files) = OddSchemas.All[name];

        var run = GeneratorRun.Of(files);

        Assert.Null(run.Result.Exception);
        var errors = run.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.All(
            errors,
            e => Assert.Contains(e.Location.GetLineSpan().Path, files.Select(f => f.Path))
        );
        Assert.Equal(errors.Distinct(), errors);
        if (errors.Count == 0)
        {
            Assert.All(
                types.Split(' '),
                type => Assert.NotNull(run.Compilation.GetTypeByMetadataName("Sample." + type))
            );
            Assert.DoesNotContain(
                run.CompilerFindings,
                finding => finding.Severity == DiagnosticSeverity.Error
            );
        }
    }

    // The places, where the table of mistakes has one file alone.
    [Theory]
    [InlineData("""{"type":"string","format":⟦"nonsense"⟧}""")]
    [InlineData("""{"type":"string","pattern":⟦"^(?=a)a$"⟧}""")]
    [InlineData("""{"type":"array","items":{"type":"string",⟦"minlength"⟧:2}}""")]
    [InlineData("""{"type":"integer","minimum":⟦"5"⟧}""")]
    public void A_mistake_in_what_is_no_type_is_reported_once_and_in_its_own_file(string marked)
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        var schema = marked
            .Replace("⟦", "", StringComparison.Ordinal)
            .Replace("⟧", "", StringComparison.Ordinal);
        const string user = """{"type":"object","properties":{"x":{"$ref":"shared.json"}}}""";

        var run = GeneratorRun.Of(
            new SchemaText("a.schema.json", user),
            new SchemaText("b.schema.json", user),
            new SchemaText("shared.json", schema)
        );

        var error = Assert.Single(run.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.EndsWith(
            "/shared.json",
            error.Location.GetLineSpan().Path,
            StringComparison.Ordinal
        );
        Assert.Equal(start, error.Location.SourceSpan.Start);
    }

    [Fact]
    public void A_contract_with_a_warning_has_its_client_all_the_same()
    {
        var run = GeneratorRun.Of(
            new SchemaText(
                "a.contract.json",
                """{"contract":"Sample","operations":{"go":{"method":"GET","path":"/{id}","response":"a.schema.json","parameters":{"id":{"type":"string","pattern":"[a-z]"}}}}}"""
            ),
            new SchemaText("a.schema.json", """{"type":"object"}""")
        );

        Assert.Equal("DOKU0012", Assert.Single(run.Diagnostics).Id);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Sample.SampleClient"));
    }
}
