using BenchmarkDotNet.Attributes;
using Doku.Contracts.Generators;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Benchmarks.Generators;

/// <summary>A limit changes in one of 25 schemas of 20 properties: the generator, and the design that collects everything.</summary>
public class EditBenchmarks
{
    private const int Schemas = 25;

    private readonly Compilation _compilation = Runs.Compilation("class Program { }");
    private GeneratorDriver _incremental = null!;
    private GeneratorDriver _collecting = null!;
    private AdditionalText _before = null!;
    private AdditionalText _after = null!;

    [GlobalSetup]
    public void FirstRun()
    {
        var files = BenchmarkSchema.Many(Schemas);
        _before = files[12];
        _after = BenchmarkSchema.Numbered(11, limit: 63);
        _incremental = Runs.Driver(new ContractGenerator(), files).RunGenerators(_compilation);
        _collecting = Runs.Driver(new CollectEverythingGenerator(), files)
            .RunGenerators(_compilation);
        if (Runs.Sources(_incremental) != Runs.Sources(_collecting))
        {
            throw new InvalidOperationException("The two designs don't print the same sources.");
        }
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver CollectEverything() => Edit(_collecting);

    [Benchmark]
    public GeneratorDriver Incremental() => Edit(_incremental);

    // Drivers don't change: each run starts from the same state before the edit.
    private GeneratorDriver Edit(GeneratorDriver driver) =>
        driver.ReplaceAdditionalText(_before, _after).RunGenerators(_compilation);
}
