using System.Diagnostics;
using Doku.Contracts.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests;

/// <summary>A thousand schemas or more that each need the next take neither a minute nor the compiler's stack.</summary>
public sealed class LongChainTests
{
    private const int Length = 3000;

    // Each part of an allOf is looked at from every schema before it, so the time grows with the square of the length.
    private const int LengthOfParts = 1000;

    /// <summary>How each schema leads to the next.</summary>
    public static TheoryData<string, string> Chains { get; } =
        new()
        {
            { "references alone", """{"$ref":"→"}""" },
            { "references with a rule", """{"$ref":"→","maxLength":5}""" },
            { "parts", """{"allOf":[{"$ref":"→"},{"maxLength":5}]}""" },
            { "lists", """{"type":"array","items":{"$ref":"→"}}""" },
            { "maps", """{"type":"object","additionalProperties":{"$ref":"→"}}""" },
            { "members", """{"type":"object","properties":{"next":{"$ref":"→"}}}""" },
            {
                "mandatory members",
                """{"type":"object","required":["next"],"properties":{"next":{"$ref":"→"}}}"""
            },
        };

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_chain_in_one_file_ends_in_time(string name, string link)
    {
        var length = name == "parts" ? LengthOfParts : Length;
        var definitions = Enumerable
            .Range(0, length)
            .Select(i =>
                $"\"d{i}\":{link.Replace("→", $"#/$defs/d{i + 1}", StringComparison.Ordinal)}"
            );
        var schema =
            $$$$"""{"type":"object","properties":{"first":{"$ref":"#/$defs/d0"}},"$defs":{{{{{string.Join(',', definitions)}}}},"d{{{{length}}}}":{"type":"string"}}}""";

        AssertInTime(name, [new SchemaText("a.schema.json", schema)]);
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_chain_of_files_ends_in_time(string name, string link)
    {
        const int files = 300;
        var chain = Enumerable
            .Range(0, files)
            .Select(i => new SchemaText(
                $"f{i}.schema.json",
                link.Replace("→", $"f{i + 1}.schema.json", StringComparison.Ordinal)
            ));

        AssertInTime(
            name,
            [
                new SchemaText(
                    "a.schema.json",
                    """{"type":"object","properties":{"first":{"$ref":"f0.schema.json"}}}"""
                ),
                .. chain,
                new SchemaText($"f{files}.schema.json", """{"type":"string"}"""),
            ]
        );
    }

    private static void AssertInTime(string name, SchemaText[] files)
    {
        GeneratorRun? run = null;
        var watch = Stopwatch.StartNew();
        // A compiler's threads have stacks of a megabyte on some systems.
        var thread = new Thread(() => run = GeneratorRun.OfMany(files), 1024 * 1024);
        thread.Start();
        thread.Join();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{name} took {watch.Elapsed}.");
        Assert.Null(run!.Result.Exception);
        var errors = run.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.Empty(errors);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Sample.A"));
    }
}
