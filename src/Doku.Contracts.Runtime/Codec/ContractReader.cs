using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Runtime;

/// <summary>
/// Reads JSON for generated code, one value after the other, and collects errors instead of stopping at the first.
/// Text that isn't JSON ends the reading with a <see cref="JsonException"/>, which <see cref="ContractCodec"/> catches.
/// </summary>
public ref struct ContractReader
{
    /// <summary>What was found wrong so far. A field, so that checks can add to it by reference.</summary>
    [SuppressMessage(
        "Design",
        "CA1051:Do not declare visible instance fields",
        Justification = "Passed by reference."
    )]
    public ContractErrorSink Errors;

    private Utf8JsonReader _json;

    /// <summary>Wraps a reader that stands on the value's first token.</summary>
    public ContractReader(Utf8JsonReader json, ContractReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _json = json;
        IsStrict = options.IsStrict;
        Errors = new ContractErrorSink(options.MaxErrors) { Offset = json.TokenStartIndex };
    }

    /// <summary>Whether every constraint is to be checked.</summary>
    public readonly bool IsStrict { get; }

    /// <summary>Where the value begins at which the reader stands, in bytes.</summary>
    public readonly long Position => _json.TokenStartIndex;

    /// <summary>Whether the reader stands on <c>null</c>.</summary>
    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>Whether the reader stands on an array.</summary>
    public readonly bool IsArray => _json.TokenType == JsonTokenType.StartArray;

    /// <summary>Whether the reader stands on a text.</summary>
    public readonly bool IsString => _json.TokenType == JsonTokenType.String;

    internal readonly Utf8JsonReader Json => _json;

    // After the one value there must be nothing; the tokenizer throws where there is.
    internal void ReadToEnd() => _json.Read();

    /// <summary>Enters an object; reports and skips any other value.</summary>
    public bool BeginObject() => Begin(JsonTokenType.StartObject, "must be an object");

    /// <summary>Enters an array; reports and skips any other value.</summary>
    public bool BeginArray() => Begin(JsonTokenType.StartArray, "must be an array");

    /// <summary>Moves to the next member's value.</summary>
    /// <param name="name">The member's name, unescaped.</param>
    /// <returns>False at the object's end.</returns>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = _json.ValueIsEscaped || _json.HasValueSequence ? Unescape() : _json.ValueSpan;
        _json.Read();
        Errors.Offset = _json.TokenStartIndex;
        return true;
    }

    /// <summary>Moves to the next item.</summary>
    /// <returns>False at the array's end.</returns>
    public bool NextItem()
    {
        _json.Read();
        Errors.Offset = _json.TokenStartIndex;
        return _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Passes over the value at which the reader stands.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Notes that a declared member was met; reports and skips it the second time.</summary>
    /// <param name="seen">One bit a member.</param>
    /// <param name="member">The member's number.</param>
    public bool IsFirst(ref ulong seen, int member)
    {
        var bit = 1UL << member;
        if ((seen & bit) == 0)
        {
            seen |= bit;
            return true;
        }

        Errors.Add(ContractErrorCodes.DuplicateMember, "must not be there twice");
        Skip();
        return false;
    }

    /// <summary>Notes that a member without a name in the schema was met; reports and skips it the second time.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="seen">The names met so far; made at the first.</param>
    /// <param name="text">The name as a text.</param>
    public bool IsFirst(ReadOnlySpan<byte> name, ref HashSet<string>? seen, out string text)
    {
        text = Encoding.UTF8.GetString(name);
        if ((seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(text))
        {
            return true;
        }

        Errors.AddAt(
            ContractErrorSink.Pointer(text),
            ContractErrorCodes.DuplicateMember,
            "must not be there twice"
        );
        Skip();
        return false;
    }

    /// <summary>Passes over a member that the schema doesn't declare; reports one that comes twice, or at all when the object is closed.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="seen">The names met so far; made at the first.</param>
    /// <param name="isClosed">Whether the schema says <c>additionalProperties: false</c>.</param>
    public void Unknown(ReadOnlySpan<byte> name, ref HashSet<string>? seen, bool isClosed)
    {
        if (!IsFirst(name, ref seen, out var text))
        {
            return;
        }

        if (isClosed && IsStrict)
        {
            Errors.AddAt(
                ContractErrorSink.Pointer(text),
                ContractErrorCodes.UnknownMember,
                "is not a member of this object"
            );
        }

        Skip();
    }

    /// <summary>Whether an optional member is <c>null</c> and may be read as absent: only when reading leniently.</summary>
    public readonly bool IsAbsent => IsNull && !IsStrict;

    /// <summary>
    /// Looks ahead for a text member of the object at which the reader stands, without moving: what tells the
    /// branches of a <c>oneOf</c> apart may come last.
    /// </summary>
    /// <param name="member">The member's name.</param>
    /// <returns>Its text; null when there is no such member, or it isn't a text, or this isn't an object.</returns>
    public readonly string? FindText(scoped ReadOnlySpan<byte> member)
    {
        var ahead = _json;
        if (ahead.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isMember = ahead.ValueTextEquals(member);
            ahead.Read();
            if (isMember)
            {
                return ahead.TokenType == JsonTokenType.String ? TextOrNull(ref ahead) : null;
            }

            ahead.Skip();
        }

        return null;
    }

    /// <summary>Reads a text.</summary>
    /// <returns>Null when an error was added.</returns>
    public string? ReadString()
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            return WrongType("must be a text");
        }

        if (!_json.ValueIsEscaped)
        {
            return _json.GetString();
        }

        try
        {
            return _json.GetString();
        }
        catch (InvalidOperationException)
        {
            // The only escapes that the tokenizer passes and the decoder doesn't are halves of surrogate pairs.
            Errors.Add(ContractErrorCodes.Unicode, "has half of a surrogate pair");
            return null;
        }
    }

    /// <summary>Reads a time stamp; its text isn't judged here.</summary>
    /// <returns>Null when an error was added.</returns>
    public Timestamp<TFormat>? ReadTimestamp<TFormat>()
        where TFormat : ITimestampFormat =>
        ReadString() is { } text ? new Timestamp<TFormat>(text) : null;

    /// <summary>Reads an enumeration's text, known or not.</summary>
    /// <returns>Null when an error was added.</returns>
    public T? ReadText<T>()
        where T : struct, IContractText<T> => ReadString() is { } text ? T.From(text) : null;

    /// <summary>Reads a whole number; <c>1.0</c> and <c>1e2</c> are whole numbers, as in JSON Schema.</summary>
    /// <returns>Null when an error was added.</returns>
    public long? ReadInt64()
    {
        if (_json.TokenType != JsonTokenType.Number)
        {
            WrongType("must be a whole number");
            return null;
        }

        if (_json.TryGetInt64(out var value))
        {
            return value;
        }

        var kind = ContractNumber.TryGetInt64(RawNumber(), out value);
        if (kind == NumberKind.Whole)
        {
            return value;
        }

        Errors.Add(
            kind == NumberKind.TooLarge ? ContractErrorCodes.NumberRange : ContractErrorCodes.Type,
            kind == NumberKind.TooLarge ? "is too large a number" : "must be a whole number"
        );
        return null;
    }

    /// <summary>Reads a whole number that may also come as a text of digits.</summary>
    /// <returns>Null when an error was added.</returns>
    public long? ReadInt64OrText()
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            return ReadInt64();
        }

        if (ReadString() is not { } text)
        {
            return null;
        }

        if (ContractNumber.TryParseDigits(text, out var value))
        {
            return value;
        }

        Errors.Add(ContractErrorCodes.Pattern, "must be a whole number, or a text of its digits");
        return null;
    }

    /// <summary>Reads a number exactly.</summary>
    /// <returns>Null when an error was added.</returns>
    public decimal? ReadDecimal()
    {
        if (_json.TokenType != JsonTokenType.Number)
        {
            WrongType("must be a number");
            return null;
        }

        if (_json.TryGetDecimal(out var value) && ContractNumber.IsExact(RawNumber(), value))
        {
            return value;
        }

        Errors.Add(ContractErrorCodes.NumberRange, "is too large or too fine a number");
        return null;
    }

    /// <summary>Reads true or false.</summary>
    /// <returns>Null when an error was added.</returns>
    public bool? ReadBoolean()
    {
        if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _json.GetBoolean();
        }

        WrongType("must be true or false");
        return null;
    }

    private static string? TextOrNull(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no branch's text; reading the value reports it at its place.
            return null;
        }
    }

    private readonly ReadOnlySpan<byte> RawNumber() =>
        _json.HasValueSequence ? _json.ValueSequence.ToArray() : _json.ValueSpan;

    private bool Begin(JsonTokenType token, string message)
    {
        if (_json.TokenType == token)
        {
            return true;
        }

        WrongType(message);
        return false;
    }

    private string? WrongType(string message)
    {
        Errors.Add(ContractErrorCodes.Type, message);
        Skip();
        return null;
    }

    private byte[] Unescape()
    {
        var length = _json.HasValueSequence
            ? (int)_json.ValueSequence.Length
            : _json.ValueSpan.Length;
        var buffer = new byte[length];
        try
        {
            return buffer[.._json.CopyString(buffer)];
        }
        catch (InvalidOperationException)
        {
            Errors.Add(
                ContractErrorCodes.Unicode,
                "has a member whose name has half of a surrogate pair"
            );
            return [];
        }
    }
}
