using System.Text;
using BenchmarkDotNet.Attributes;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;
using Doku.Contracts.Schemas.Tests;
using NJsonSchema;

namespace Doku.Contracts.Benchmarks;

/// <summary>The verdict on an order's bytes. NJsonSchema has read its schema beforehand.</summary>
public class JudgeBenchmarks
{
    private readonly JsonSchema _schema = NJsonSchemaLoader
        .LoadAsync("kredivo/generate-order.request.schema.json", CancellationToken.None)
        .GetAwaiter()
        .GetResult();

    private readonly string _text = Encoding.UTF8.GetString(ExampleOrder.Json);

    // It takes a text, so the text is ready for it.
    [Benchmark(Baseline = true)]
    public bool NJsonSchema() => _schema.Validate(_text).Count == 0;

    [Benchmark]
    public bool Contract() =>
        GenerateOrderRequest.TryRead(ExampleOrder.Json, ContractReadOptions.Strict, out _, out _);
}
