using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Doku.Contracts.Benchmarks.Generators;

/// <summary>Generator drivers as an editor holds them.</summary>
internal static class Runs
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    /// <summary>A compilation of one file; another text is an edit of it.</summary>
    public static CSharpCompilation Compilation(string source) =>
        CSharpCompilation.Create("Sample", [CSharpSyntaxTree.ParseText(source, Parsing)]);

    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver Driver(
        IIncrementalGenerator generator,
        ImmutableArray<AdditionalText> files
    ) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            files,
            Parsing,
            new BenchmarkOptions()
        );

    /// <summary>How many sources a driver holds; fails when one of its generators failed.</summary>
    public static int Sources(GeneratorDriver driver)
    {
        var result = driver.GetRunResult();
        return result.Diagnostics.IsEmpty
            ? result.GeneratedTrees.Length
            : throw new InvalidOperationException(result.Diagnostics[0].ToString());
    }
}
