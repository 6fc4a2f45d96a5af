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
        }

        _ = value!.ToString();
        var written = Written(value);
        EnsureKept(value, written, isValid);
        // A value holds no member that its contract doesn't know; what it then says may be another thing.
        FuzzException.ThrowUnless(
            isValid || !isStrict || !IsSame(input, written),
            "What was read strictly and whole isn't valid."
        );
        return isStrict ? "s" : "l";
    }

    private static void EnsureKept<T>(T value, byte[] written, bool isValid)
        where T : class, IContract<T>, IEquatable<T>
    {
        FuzzException.ThrowUnless(
            ContractCodec.TryRead<T>(written, ContractReadOptions.Lenient, out var again, out _),
            "What was written can't be read."
        );
        FuzzException.ThrowUnless(
            ContractCodec.TryRead<T>(written, ContractReadOptions.Strict, out _, out _) == isValid,
            "Validate and strict reading of what was written differ."
        );
        FuzzException.ThrowUnless(value.Equals(again), "What was written reads as another value.");
        FuzzException.ThrowUnless(
            Written(again!).AsSpan().SequenceEqual(written),
            "The same value gives other bytes."
        );
    }

    private static bool IsSame(byte[] input, byte[] written)
    {
        using var before = JsonDocument.Parse(input);
        using var after = JsonDocument.Parse(written);
        return JsonElement.DeepEquals(before.RootElement, after.RootElement);
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
