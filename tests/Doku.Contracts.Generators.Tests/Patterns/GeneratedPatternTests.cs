using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Doku.Contracts.Generators.Tests.Harness;
using Doku.Contracts.Patterns.Tests.Judging;
using Doku.Contracts.Runtime;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests.Patterns;

/// <summary>
/// However a pattern is matched – as a set, as a sequence or as a regular expression – generated code gives the verdict
/// of <see cref="ContractPattern"/>, which other tests hold against Node.js.
/// </summary>
public sealed class GeneratedPatternTests
{
    private const int MembersPerObject = 50;

    private static readonly string[] Shapes =
    [
        "^[^]*$",
        "^[^]$",
        "^[^]{2}$",
        "^[^]+x$",
        "^[]*$",
        "^[]$",
        "^a[]?$",
        "^$",
        "^.*$",
        "^[^0]*$",
        "^[^0]$",
        "^a[^0]+$",
        "^a[^0]{2}$",
        "^[a-z]{0,3}$",
        "^[a-z]*?$",
        "^[a-z]{2,3}-[0-9]+$",
        "^[a-z]+[a-z0-9]$",
        "^\\p{L}+$",
        "^[\\p{Lu}0-9]*$",
        "^[\\udfff-\\ue000]*$",
        "^[\\ud7ff-\\ud800]*$",
        "^😀*$",
        "^😀+x$",
        "^[😀-😂]{2}$",
        "^a|b$",
        "^(?:a|b)+$",
        "a",
        "\\bé\\b",
        "^\\w+\\b.\\B",
        "",
    ];

    [Fact]
    public void Generated_code_gives_the_verdict_of_the_pattern()
    {
        var random = new Random(262);
        var patterns = new RandomPatterns(random);
        string[] sources =
        [
            .. Shapes,
            .. Enumerable.Range(0, 120).Select(_ => patterns.Next()),
            // Anchored, so that more of them are sets and sequences.
            .. Enumerable.Range(0, 150).Select(_ => "^" + patterns.NextSequence() + "$"),
        ];
        var texts = new RandomTexts(random);
        string[] asked =
        [
            "",
            "a",
            "x",
            "0",
            "é",
            "😀",
            "𐐀",
            "ab-12",
            "a1",
            "\uE000",
            "\uD7FF",
            "ax",
            "\n",
            // A text with an unpaired surrogate is refused as such, whatever its pattern says.
            .. Enumerable.Range(0, 60).Select(_ => texts.Next()).Where(t => !HasUnpaired(t)),
        ];

        foreach (var chunk in sources.Chunk(MembersPerObject))
        {
            var wrong = Members(chunk);
            var right = chunk.Select(p => new ContractPattern(p)).ToList();
            foreach (var text in asked)
            {
                Assert.Equal(
                    right.Where(p => !p.IsMatch(text)).Select(p => Shown.Of(p.Source)),
                    wrong(text).Select(i => Shown.Of(chunk[i]))
                );
            }
        }
    }

    // Gives the members whose patterns a text doesn't match.
    private static Func<string, IEnumerable<int>> Members(string[] patterns)
    {
        var members = patterns.Select(
            (pattern, i) =>
                $$"""
                    "m{{i}}":{"type":"string","pattern":{{JsonSerializer.Serialize(pattern)}}}
                    """
        );
        var run = GeneratorRun.Of(
            [
                new SchemaText(
                    "sample.schema.json",
                    "{\"type\":\"object\",\"properties\":{" + string.Join(',', members) + "}}"
                ),
            ],
            """
            namespace Sample;
            internal static class Code
            {
                public static Doku.Contracts.Runtime.ContractErrors Check(byte[] json)
                {
                    Sample.TryRead(json, Doku.Contracts.Runtime.ContractReadOptions.Strict, out _, out var errors);
                    return errors;
                }
            }
            """
        );
        Assert.DoesNotContain(run.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.CompilerFindings);
        using var image = new MemoryStream();
        Assert.True(run.Compilation.Emit(image).Success);
        image.Position = 0;
        var check = new AssemblyLoadContext("patterns")
            .LoadFromStream(image)
            .GetType("Sample.Code")!
            .GetMethod("Check")!
            .CreateDelegate<Func<byte[], ContractErrors>>();
        return text =>
            check(
                    JsonSerializer.SerializeToUtf8Bytes(
                        Enumerable.Range(0, patterns.Length).ToDictionary(i => $"m{i}", _ => text)
                    )
                )
                .Select(error => int.Parse(error.Pointer.AsSpan(2), null));
    }

    private static bool HasUnpaired(string text) =>
        text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
}
