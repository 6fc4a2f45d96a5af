using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Doku.Contracts.Benchmarks.Peers;
using Doku.Contracts.Transport;

namespace Doku.Contracts.Benchmarks;

/// <summary>The whole way of an order to the wire: check it, write it, sign the bytes.</summary>
public class SendBenchmarks
{
    private static readonly SignedMessage Head = new()
    {
        ClientId = "MCH-0001-10791114622547",
        RequestId = "018f6d1e-7c2a-7f2b-9a51-0c3f5f0e7a01",
        Timestamp = "2026-11-22T01:51:00Z",
        RequestTarget = "/kredivo-peer-to-peer/v2/generate-order",
    };

    private readonly OrderRules _rules = new();
    private readonly PlainOrder _plain = JsonSerializer.Deserialize(
        ExampleOrder.Json,
        PlainReadingContext.Default.PlainOrder
    )!;
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly byte[] _lines = HandSigner.Lines(Head, ExampleOrder.Json);

    /// <summary>The rules of FluentValidation are for the contract's records, so the classes that are written are others.</summary>
    [Benchmark(Baseline = true)]
    public string ByHand()
    {
        if (!_rules.Validate(ExampleOrder.Value).IsValid)
        {
            throw new InvalidOperationException("The example is valid.");
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            _plain,
            PlainWritingContext.Default.PlainOrder
        );
        return HandSigner.Sign(Head, body);
    }

    [Benchmark]
    public string Contract()
    {
        if (!ExampleOrder.Value.Validate().IsValid)
        {
            throw new InvalidOperationException("The example is valid.");
        }

        _buffer.ResetWrittenCount();
        ExampleOrder.Value.Write(_buffer);
        return DokuSignature.Compute(
            Head with
            {
                Body = _buffer.WrittenMemory,
            },
            ExampleNotification.Key
        );
    }

    [Benchmark]
    public int HashesAlone() => HandSigner.HashesAlone(ExampleOrder.Json, _lines);
}
