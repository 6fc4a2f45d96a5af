using System.Text.RegularExpressions;
using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Generators.Tests;

/// <summary>The README's schema generates the record that its example uses.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_example_of_a_schema_of_ones_own_compiles()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var schema = JsonBlock().Match(readme).Groups[1].Value;
        var use = CSharpBlock()
            .Matches(readme)
            .Select(m => m.Groups[1].Value)
            .Single(b => b.Contains("new Ticket", StringComparison.Ordinal));
        var program = $$"""
            using System;
            using Doku.Contracts.Runtime;
            using Sample;

            internal static class Program
            {
                internal static void Main(byte[] utf8Json, System.Buffers.IBufferWriter<byte> buffer)
                {
                    {{use}}
                }
            }
            """;

        var run = GeneratorRun.Of([new SchemaText("ticket.schema.json", schema)], program);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFindings);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
