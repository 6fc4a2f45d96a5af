using BenchmarkDotNet.Attributes;
using Doku.Contracts.Benchmarks.Peers;

namespace Doku.Contracts.Benchmarks;

/// <summary>Checking an order in memory that has no error. FluentValidation has its rules built beforehand.</summary>
public class ValidateBenchmarks
{
    private readonly OrderRules _rules = new();

    [Benchmark(Baseline = true)]
    public bool FluentValidation() => _rules.Validate(ExampleOrder.Value).IsValid;

    [Benchmark]
    public bool Contract() => ExampleOrder.Value.Validate().IsValid;
}
