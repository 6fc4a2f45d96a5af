using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Doku.Contracts.Generators;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Benchmarks.Generators;

/// <summary>The first run over many schemas: its time must grow with their number and not faster.</summary>
public class FirstRunBenchmarks
{
    private readonly Compilation _compilation = Runs.Compilation("class Program { }");
    private readonly ImmutableArray<AdditionalText> _hundred = BenchmarkSchema.Many(100);
    private readonly ImmutableArray<AdditionalText> _thousand = BenchmarkSchema.Many(1000);

    [Benchmark(Baseline = true)]
    public GeneratorDriver HundredSchemas() => Run(_hundred);

    [Benchmark]
    public GeneratorDriver ThousandSchemas() => Run(_thousand);

    private GeneratorDriver Run(ImmutableArray<AdditionalText> files) =>
        Runs.Driver(new ContractGenerator(), files).RunGenerators(_compilation);
}
