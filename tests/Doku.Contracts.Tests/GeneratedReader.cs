using System.Buffers;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Tests;

/// <summary>What the generated code says of a body, by the schema file that the body belongs to.</summary>
internal static class GeneratedReader
{
    private delegate Verdict Reader(byte[] body, ContractReadOptions options);

    private static readonly Dictionary<string, Reader> Readers = new(StringComparer.Ordinal)
    {
        ["common/error.schema.json"] = Read<ErrorResponse>,
        ["common/order-status.schema.json"] = Read<OrderStatusResponse>,
        ["common/paylater-notification.schema.json"] = Read<PaylaterNotification>,
        ["kredivo/generate-order.request.schema.json"] = Read<GenerateOrderRequest>,
        ["kredivo/generate-order.response.schema.json"] = Read<GenerateOrderResponse>,
    };

    public static Verdict Read(string schemaFile, byte[] body, ContractReadOptions options) =>
        Readers[schemaFile](body, options);

    private static Verdict Read<T>(byte[] body, ContractReadOptions options)
        where T : class, IContract<T>
    {
        var isValid = ContractCodec.TryRead<T>(body, options, out var value, out var errors);
        var validated = value is null ? null : ContractCodec.Validate(value);
        return new Verdict(
            isValid,
            errors,
            validated,
            value is null ? null : ContractCodec.Review(value),
            value is null ? null : Write(value),
            value
        );
    }

    private static byte[] Write<T>(T value)
        where T : class, IContract<T>
    {
        var output = new ArrayBufferWriter<byte>();
        ContractCodec.Write(value, output);
        return output.WrittenSpan.ToArray();
    }
}

/// <summary>A body's verdict; what validating and reviewing say of the value that was read, and the bytes it writes.</summary>
internal sealed record Verdict(
    bool IsValid,
    ContractErrors Errors,
    ContractErrors? Validated,
    ContractErrors? Advice,
    byte[]? Written,
    object? Value
);
