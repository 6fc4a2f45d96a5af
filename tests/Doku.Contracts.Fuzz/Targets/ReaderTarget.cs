using System.Buffers;
using System.Text.Json;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Fuzz.Targets;

/// <summary>The reader of notifications, orders and answers, leniently and strictly.</summary>
internal sealed class ReaderTarget : IFuzzTarget
{
    public string Feed(byte[] input) =>
        string.Join(
            ' ',
            Read<PaylaterNotification>(input),
            Read<GenerateOrderRequest>(input),
            Read<GenerateOrderResponse>(input),
            Read<OrderStatusResponse>(input)
        );

    public void Dispose() { }

    /// <summary>Holds a reader to its promises.</summary>
    /// <returns>A letter: <c>s</c> strictly read, <c>l</c> only leniently, <c>-</c> not read.</returns>
    internal static string Read<T>(byte[] input)
        where T : class, IContract<T>, IEquatable<T>
    {
        var isRead = ContractCodec.TryRead<T>(
            input,
            ContractReadOptions.Lenient,
            out var value,
            out var errors
        );
        var isStrict = ContractCodec.TryRead<T>(
            input,
            ContractReadOptions.Strict,
            out var strict,
            out var strictErrors
        );
        FuzzException.ThrowUnless(isRead == errors.IsValid, "Errors and verdict differ.");
        FuzzException.ThrowUnless(
            isStrict == strictErrors.IsValid,
            "Strict errors and verdict differ."
        );
        if (!isRead)
        {
            FuzzException.ThrowUnless(!isStrict, "Strict reading takes what lenient refuses.");
            return "-";
        }

        EnsureJson(input);
        var isValid = ContractCodec.Validate(value!).IsValid;
        if (isStrict)
        {
            FuzzException.ThrowUnless(strict!.Equals(value), "Strict and lenient values differ.");
            FuzzException.ThrowUnless(isValid, "What was read strictly isn't valid.");
        }

        _ = value!.ToString();
        EnsureKept(value, isValid);
        return isStrict ? "s" : "l";
    }

    private static void EnsureKept<T>(T value, bool isValid)
        where T : class, IContract<T>, IEquatable<T>
    {
        var written = Written(value);
        var options = isValid ? ContractReadOptions.Strict : ContractReadOptions.Lenient;
        FuzzException.ThrowUnless(
            ContractCodec.TryRead<T>(written, options, out var again, out _),
            "What was written can't be read."
        );
        FuzzException.ThrowUnless(value.Equals(again), "What was written reads as another value.");
        FuzzException.ThrowUnless(
            Written(again!).AsSpan().SequenceEqual(written),
            "The same value gives other bytes."
        );
    }

    private static byte[] Written<T>(T value)
        where T : class, IContract<T>
    {
        var output = new ArrayBufferWriter<byte>();
        ContractCodec.Write(value, output);
        return output.WrittenSpan.ToArray();
    }

    // A member that comes twice inside one that the contract doesn't know isn't an error: nobody reads either.
    private static void EnsureJson(byte[] input)
    {
        try
        {
            using var document = JsonDocument.Parse(input);
        }
        catch (JsonException exception)
        {
            throw new FuzzException("What was read isn't JSON: " + exception.Message);
        }
    }
}
