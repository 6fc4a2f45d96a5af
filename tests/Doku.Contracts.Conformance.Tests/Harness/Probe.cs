using System.Buffers;
using System.Text.Json;
using Doku.Contracts.Conformance.Tests.Judging;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Conformance.Tests.Harness;

/// <summary>What generated code makes of an instance.</summary>
/// <param name="Errors">The strict reading's.</param>
/// <param name="Contradiction">Where two ways to the same answer differ; null when they agree.</param>
internal sealed record Reading(ContractErrors Errors, string? Contradiction)
{
    public bool IsValid => Errors.IsValid;
}

/// <summary>Reads instances with a type that is known only at run time.</summary>
internal interface IProbe
{
    Reading Read(byte[] utf8);
}

/// <summary>Reads instances with a generated type.</summary>
internal sealed class Probe<T> : IProbe
    where T : class, IContract<T>
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public Reading Read(byte[] utf8)
    {
        var isStrict = TryStrict(utf8, out var strict, out var errors);
        var isLenient = ContractCodec.TryRead<T>(
            utf8,
            ContractReadOptions.Lenient,
            out var lenient,
            out var lenientErrors
        );
        return new Reading(
            errors,
            isStrict != errors.IsValid ? "the verdict and the errors of strict reading differ"
                : isStrict && !isLenient
                    ? $"strict reading takes what lenient reading refuses: {lenientErrors}"
                : isStrict && !strict!.Equals(lenient) ? "strict and lenient reading differ"
                : isLenient ? Contradiction(lenient!, isStrict, utf8)
                : null
        );
    }

    private string? Contradiction(T value, bool isStrict, byte[] utf8)
    {
        var found = ContractCodec.Validate(value);
        var bytes = Write(value);
        var isWrittenStrict = TryStrict(bytes, out var again, out var errors);
        if (found.IsValid != isWrittenStrict)
        {
            return $"Validate says: {found}; reading {Text(bytes)} says: {errors}";
        }

        if (!isStrict || (!isWrittenStrict && IsLoss(bytes, utf8)))
        {
            return null;
        }

        return !isWrittenStrict ? $"what was read strictly is written as {Text(bytes)}: {errors}"
            : !again!.Equals(value) ? $"{Text(bytes)} is read as another value"
            : again.GetHashCode() != value.GetHashCode()
                ? $"{Text(bytes)} is read as a value of another hash code"
            : !Write(again).AsSpan().SequenceEqual(bytes)
                ? $"{Text(bytes)} is written again as {Text(Write(again))}"
            : null;
    }

    // Members that no type names are passed over, an optional member that is null is absent, and digits are read as the
    // number: what is left can break a rule that what was read keeps. Everything else must come back.
    private static bool IsLoss(byte[] written, byte[] read) =>
        JsonElement.Parse(written) is var part
        && JsonElement.Parse(read) is var whole
        && !TextIntegrity.AreEqual(part, whole)
        && IsPartOf(part, whole);

    private static bool IsPartOf(JsonElement part, JsonElement whole) =>
        (part.ValueKind, whole.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => part.EnumerateObject()
                .All(m =>
                    whole
                        .EnumerateObject()
                        .Any(o =>
                            TextIntegrity.NameOf(o) == TextIntegrity.NameOf(m)
                            && IsPartOf(m.Value, o.Value)
                        )
                ),
            (JsonValueKind.Array, JsonValueKind.Array) => part.GetArrayLength()
                == whole.GetArrayLength()
                && part.EnumerateArray()
                    .Zip(whole.EnumerateArray())
                    .All(pair => IsPartOf(pair.First, pair.Second)),
            // A text alone stands for a list of it, and digits for a number.
            (JsonValueKind.Array, JsonValueKind.String) => part.GetArrayLength() == 1
                && IsPartOf(part[0], whole),
            (JsonValueKind.Number, JsonValueKind.String) => part.GetRawText()
                == TextIntegrity.TextOf(whole).TrimStart('0').PadLeft(1, '0'),
            _ => TextIntegrity.AreEqual(part, whole),
        };

    private static bool TryStrict(byte[] utf8, out T? value, out ContractErrors errors) =>
        ContractCodec.TryRead(utf8, ContractReadOptions.Strict, out value, out errors);

    private byte[] Write(T value)
    {
        _buffer.ResetWrittenCount();
        ContractCodec.Write(value, _buffer);
        return _buffer.WrittenSpan.ToArray();
    }

    private static string Text(byte[] utf8) => System.Text.Encoding.UTF8.GetString(utf8);
}
