using System.Collections.Immutable;
using Doku.Contracts.Generators.Analyzers;
using Doku.Contracts.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Doku.Contracts.Analyzers.Tests.Harness;

/// <summary>A project with one contract, and code that uses it.</summary>
internal static class Shop
{
    /// <summary>A record with a member for every kind of limit.</summary>
    private const string Schema = """
        {"type":"object","required":["code","count"],"properties":{
          "code":{"type":"string","minLength":2,"maxLength":8,"pattern":"^[A-Z0-9\\-]*$"},
          "count":{"type":"integer","minimum":1,"maximum":99},
          "name":{"type":"string","maxLength":3},
          "long":{"type":"string","minLength":1,"maxLength":1},
          "letters":{"type":"string","allOf":[{"pattern":"^[a-m]*$"},{"pattern":"^[e-zé-ü\uD83D\uDE00-\uD83D\uDE02]*$"}]},
          "not":{"type":"string","pattern":"^[^<>]*$"},
          "plate":{"type":"string","pattern":"^[A-Z]{1,2} ?[0-9]{1,4}$"},
          "word":{"type":"string","maxLength":4,"pattern":"^(?:a|b)+$"},
          "page":{"type":"integer","minimum":-5,"exclusiveMaximum":10.5},
          "price":{"type":"number","minimum":0,"exclusiveMaximum":1000.50,"multipleOf":0.010},
          "above":{"type":"number","exclusiveMinimum":-0.5,"maximum":12345678901234567890},
          "tags":{"type":"array","minItems":1,"maxItems":3,"items":{"type":"string","maxLength":5}},
          "pairs":{"type":"array","minItems":2,"items":{"type":"array","items":{"type":"integer","minimum":0}}},
          "note":{"type":["string","null"],"maxLength":3},
          "marks":{"type":"array","items":{"type":["integer","null"],"maximum":5}},
          "advised":{"type":"string","maxLength":9,"x-advice":{"reason":"Seen so.","maxLength":3,"pattern":"^[a-z]*$"}},
          "amount":{"type":"integer","x-advice":{"reason":"Seen so.","minimum":10}},
          "few":{"type":"array","items":{"type":"string","maxLength":5},"x-advice":{"reason":"Seen so.","maxItems":1}},
          "any":{"type":"string"}}}
        """;

    /// <summary>Compiles code of a class together with the contract <c>Sample</c>.</summary>
    /// <param name="members">Members of the class; <c>Valid</c> is there already.</param>
    public static GeneratorRun With(string members) =>
        GeneratorRun.Of([new SchemaText("sample.schema.json", Schema)], Code(members));

    /// <summary>The source that <see cref="With"/> compiles.</summary>
    public static string Code(string members) =>
        $$"""
            namespace Sample;
            internal static class Code
            {
                public static readonly Sample Valid = new() { Code = "AB-1", Count = 1 };
                {{members}}
            }
            """;

    /// <summary>What the analyzer reports, in the order of the source.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Findings(Compilation compilation)
    {
        var findings = await compilation
            .WithAnalyzers(
                [new LiteralAnalyzer()],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([]),
                    onAnalyzerException: null,
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false
                )
            )
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. findings.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.GetMessage())];
    }
}
