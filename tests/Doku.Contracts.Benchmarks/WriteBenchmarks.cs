using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Doku.Contracts.Benchmarks.Peers;

namespace Doku.Contracts.Benchmarks;

/// <summary>Writing an order to a buffer that is used again.</summary>
public class WriteBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly PlainOrder _plain = JsonSerializer.Deserialize(
        ExampleOrder.Json,
        PlainReadingContext.Default.PlainOrder
    )!;

    private readonly Utf8JsonWriter _json;

    public WriteBenchmarks()
    {
        // The laxest settings that System.Text.Json has, and so its fastest.
        _json = new Utf8JsonWriter(
            _buffer,
            new JsonWriterOptions
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                SkipValidation = true,
            }
        );
        var (theirs, ours) = (SystemTextJson(), Contract());
        if (theirs != ours)
        {
            throw new InvalidOperationException($"{theirs} bytes are not {ours}.");
        }
    }

    [Benchmark(Baseline = true)]
    public int SystemTextJson()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        JsonSerializer.Serialize(_json, _plain, PlainWritingContext.Default.PlainOrder);
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public int Contract()
    {
        _buffer.ResetWrittenCount();
        ExampleOrder.Value.Write(_buffer);
        return _buffer.WrittenCount;
    }
}
