using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Runtime;

/// <content>What a value is made of, and what it is read as.</content>
public sealed partial class ContractValue
{
    private const string NamedAlternate = "From is the named alternative.";

    // A record's own JSON is as long and as deep as the record is.
    private static readonly ContractReadOptions Unlimited = new()
    {
        MaxBytes = int.MaxValue,
        MaxDepth = int.MaxValue,
    };

    /// <summary>Takes JSON. <see cref="ContractCodec.Read{T}"/> does the same with limits of one's own.</summary>
    /// <exception cref="ContractException">The text isn't JSON, has a duplicate member, or goes beyond the default limits of <see cref="ContractReadOptions"/>.</exception>
    public static ContractValue Parse(ReadOnlySpan<byte> utf8Json) =>
        ContractCodec.Read<ContractValue>(utf8Json, ContractReadOptions.Lenient);

    /// <summary>Takes JSON.</summary>
    /// <exception cref="ContractException">The text isn't JSON, has a duplicate member, or goes beyond the default limits of <see cref="ContractReadOptions"/>.</exception>
    public static ContractValue Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Takes a record, as the JSON that it writes.</summary>
    /// <exception cref="ContractException">The record's JSON would have a duplicate member.</exception>
    public static ContractValue From<T>(T value)
        where T : class, IContract<T>
    {
        using var json = PooledBuffer.Rent();
        ContractCodec.Write(value, json);
        return ContractCodec.Read<ContractValue>(json.Written, Unlimited);
    }

    /// <summary>Takes a text.</summary>
    /// <exception cref="InvalidOperationException">The text has an unpaired surrogate, which UTF-8 can't hold.</exception>
    public static ContractValue From(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var json = PooledBuffer.Rent();
        var writer = new ContractWriter(json);
        writer.String(value);
        writer.Flush();
        return Copy(json.Written);
    }

    /// <summary>Takes a number.</summary>
    public static ContractValue From(ContractNumber value) => Copy(value.Utf8);

    /// <summary>Takes true or false.</summary>
    public static ContractValue From(bool value) => Copy(value ? "true"u8 : "false"u8);

    /// <summary>Takes a text.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = NamedAlternate)]
    public static implicit operator ContractValue(string value) => From(value);

    /// <summary>Takes a whole number.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = NamedAlternate)]
    public static implicit operator ContractValue(long value) => From((ContractNumber)value);

    /// <summary>Takes a number.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = NamedAlternate)]
    public static implicit operator ContractValue(decimal value) => From((ContractNumber)value);

    /// <summary>Takes true or false.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = NamedAlternate)]
    public static implicit operator ContractValue(bool value) => From(value);

    /// <summary>The text of a JSON string. An unpaired surrogate, which only an escape can hold, stays what it is.</summary>
    /// <exception cref="InvalidOperationException">It isn't a string.</exception>
    public string AsString() =>
        TryGetString(out var value)
            ? value
            : throw new InvalidOperationException($"The value is no text but {Kind}.");

    /// <summary>The text of a JSON string, if it is one.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = Kind == JsonValueKind.String ? _document.View.Text(_at) : null;
        return value is not null;
    }

    /// <summary>The number, if it is one and a <see cref="long"/> holds it exactly.</summary>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        return Kind == JsonValueKind.Number
            && new ExactNumber(Json).TryGetInt64(out value) == NumberKind.Whole;
    }

    /// <summary>The number, if it is one and a <see cref="decimal"/> holds it exactly.</summary>
    public bool TryGetDecimal(out decimal value)
    {
        value = 0;
        return Kind == JsonValueKind.Number && new ExactNumber(Json).TryGetDecimal(out value);
    }

    /// <summary>The number, if it is one.</summary>
    public bool TryGetNumber(out ContractNumber value)
    {
        var isNumber = Kind == JsonValueKind.Number;
        value = isNumber ? ContractNumber.From(new ExactNumber(Json)) : default;
        return isNumber;
    }

    /// <summary>Whether it is true, if it is true or false.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = Kind == JsonValueKind.True;
        return value || Kind == JsonValueKind.False;
    }

    /// <summary>Reads the value as a record.</summary>
    /// <param name="options">How strictly, and how much.</param>
    /// <param name="value">The record, or null when there are errors.</param>
    /// <param name="errors">Every error, with line and column within this value.</param>
    /// <returns>Whether the value was read without an error.</returns>
    public bool TryRead<T>(
        ContractReadOptions options,
        [NotNullWhen(true)] out T? value,
        out ContractErrors errors
    )
        where T : class, IContract<T> =>
        ContractCodec.TryRead(Json, options, out value, out errors);
}
