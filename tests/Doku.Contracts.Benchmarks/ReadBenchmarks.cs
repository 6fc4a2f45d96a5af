using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Doku.Contracts.Benchmarks.Peers;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Benchmarks;

/// <summary>Reading an order: with every constraint checked, against System.Text.Json without any.</summary>
public class ReadBenchmarks
{
    [Benchmark(Baseline = true)]
    public object? SystemTextJson() =>
        JsonSerializer.Deserialize(ExampleOrder.Json, PlainReadingContext.Default.PlainOrder);

    [Benchmark]
    public object? SystemTextJsonRecords() =>
        JsonSerializer.Deserialize(ExampleOrder.Json, RecordReadingContext.Default.RecordOrder);

    [Benchmark]
    public object? ContractStrict() =>
        GenerateOrderRequest.TryRead(
            ExampleOrder.Json,
            ContractReadOptions.Strict,
            out var value,
            out _
        )
            ? value
            : throw new InvalidOperationException("The example is valid.");

    [Benchmark]
    public object? ContractLenient() =>
        GenerateOrderRequest.TryRead(
            ExampleOrder.Json,
            ContractReadOptions.Lenient,
            out var value,
            out _
        )
            ? value
            : throw new InvalidOperationException("The example is valid.");
}
