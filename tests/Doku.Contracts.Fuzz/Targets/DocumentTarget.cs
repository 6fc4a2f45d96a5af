using System.Text.Json;
using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Fuzz.Targets;

/// <summary>
/// The public TryRead of the types that come from outside, leniently and strictly. <see cref="ReaderTarget"/> demands more
/// of fewer.
/// </summary>
internal sealed class DocumentTarget : IFuzzTarget
{
    private delegate bool Reader<T>(
        ReadOnlySpan<byte> utf8Json,
        ContractReadOptions options,
        out T? value,
        out ContractErrors errors
    );

    /// <returns>A letter for each type, as of <see cref="ReaderTarget.Read"/>.</returns>
    public string Feed(byte[] input)
    {
        Span<char> letters =
        [
            Read<PaylaterNotification>(input, PaylaterNotification.TryRead),
            Read<GenerateOrderRequest>(input, GenerateOrderRequest.TryRead),
            Read<GenerateOrderResponse>(input, GenerateOrderResponse.TryRead),
            Read<OrderStatusResponse>(input, OrderStatusResponse.TryRead),
            Read<ErrorResponse>(input, ErrorResponse.TryRead),
        ];
        FuzzException.ThrowUnless(
            letters.IndexOfAny('s', 'l') < 0 || IsJson(input),
            "What was read isn't JSON."
        );
        return new string(letters);
    }

    public void Dispose() { }

    private static char Read<T>(byte[] input, Reader<T> read)
        where T : class
    {
        var isRead = read(input, ContractReadOptions.Lenient, out var value, out var errors);
        var isStrict = read(input, ContractReadOptions.Strict, out var strict, out var faults);
        EnsureVerdict(isRead, value, errors);
        EnsureVerdict(isStrict, strict, faults);
        FuzzException.ThrowUnless(
            isRead || !isStrict,
            "Strict reading takes what lenient refuses."
        );
        return isStrict ? 's'
            : isRead ? 'l'
            : '-';
    }

    private static void EnsureVerdict(bool isRead, object? value, ContractErrors? errors)
    {
        FuzzException.ThrowUnless(errors is not null, "There are no errors, not even none.");
        FuzzException.ThrowUnless(isRead == (value is not null), "Verdict and value differ.");
        FuzzException.ThrowUnless(isRead == errors!.IsValid, "Verdict and errors differ.");
        FuzzException.ThrowUnless(isRead == (errors.Count == 0), "Verdict and error count differ.");
        foreach (var error in errors)
        {
            FuzzException.ThrowUnless(error.Code.Length > 0, "An error has no code.");
        }
    }

    private static bool IsJson(byte[] input)
    {
        var reader = new Utf8JsonReader(input);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
