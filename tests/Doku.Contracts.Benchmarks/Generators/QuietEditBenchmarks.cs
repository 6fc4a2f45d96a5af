using BenchmarkDotNet.Attributes;
using Doku.Contracts.Generators;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Benchmarks.Generators;

/// <summary>Edits that change no source: of C#, and of white space in a schema. Their allocations are what counts.</summary>
public class QuietEditBenchmarks
{
    private readonly Compilation _before = Runs.Compilation("class Program { }");
    private readonly Compilation _after = Runs.Compilation("class Program { int edited; }");
    private GeneratorDriver _driver = null!;
    private GeneratorDriver _none = null!;
    private BenchmarkSchema _schema = null!;
    private BenchmarkSchema _spaced = null!;

    [GlobalSetup]
    public void FirstRun()
    {
        var files = BenchmarkSchema.Many(25);
        _schema = (BenchmarkSchema)files[12];
        _spaced = new BenchmarkSchema(_schema.ContractPath, "\n" + _schema.GetText());
        _driver = Runs.Driver(new ContractGenerator(), files).RunGenerators(_before);
        _none = Runs.Driver(new EmptyGenerator(), files).RunGenerators(_before);
    }

    /// <summary>What Roslyn itself does for a generator that asks for nothing.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver CSharpEditWithoutGenerator() => _none.RunGenerators(_after);

    [Benchmark]
    public GeneratorDriver CSharpEdit() => _driver.RunGenerators(_after);

    [Benchmark]
    public GeneratorDriver WhiteSpaceInSchema() =>
        _driver.ReplaceAdditionalText(_schema, _spaced).RunGenerators(_before);

    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) { }
    }
}
