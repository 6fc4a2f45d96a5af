using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Doku.Contracts.Runtime;

/// <content>Numbers, true and false, and what is passed over.</content>
public ref partial struct ContractReader
{
    /// <summary>Reads a whole number; <c>1.0</c> and <c>1e2</c> are whole numbers, as in JSON Schema.</summary>
    /// <returns>Null when an error was added.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public long? ReadInt64()
    {
        if (!IsNumber)
        {
            WrongType(ContractWords.MustBeInteger);
            return null;
        }

        var number = Number(out var digits, out var scale, out var isPlain);
        if (isPlain && scale == 0)
        {
            return number[0] == '-' ? -digits : digits;
        }

        var kind = new ExactNumber(number).TryGetInt64(out var value);
        if (kind == NumberKind.Whole)
        {
            return value;
        }

        Errors.Add(
            kind == NumberKind.TooLarge ? ContractErrorCodes.NumberRange : ContractErrorCodes.Type,
            kind == NumberKind.TooLarge ? "is too large a number" : ContractWords.MustBeInteger
        );
        return null;
    }

    /// <summary>Reads a whole number that may also come as a text of digits.</summary>
    /// <returns>Null when an error was added.</returns>
    public long? ReadInt64OrText() => ReadInt64OrText(0, int.MaxValue);

    /// <summary>Reads a whole number that may also come as a text of digits, after which there may be a fraction of zeros.</summary>
    /// <param name="acceptsZeroFraction">Whether <c>"1000.00"</c> is read as 1000.</param>
    /// <returns>Null when an error was added.</returns>
    public long? ReadInt64OrText(bool acceptsZeroFraction) =>
        ReadInt64OrText(0, int.MaxValue, acceptsZeroFraction);

    /// <summary>Reads a whole number that may also come as a text of digits, of which there may be so many.</summary>
    /// <param name="minLength">The fewest digits of a text.</param>
    /// <param name="maxLength">The most digits of a text.</param>
    /// <param name="acceptsZeroFraction">Whether <c>"1000.00"</c> is read as 1000.</param>
    /// <returns>Null when an error was added.</returns>
    public long? ReadInt64OrText(int minLength, int maxLength, bool acceptsZeroFraction = false)
    {
        if (!IsString)
        {
            return ReadInt64();
        }

        if (ReadString() is not { } text)
        {
            return null;
        }

        if (IsStrict)
        {
            // Once it is a number, nothing tells how long the text was.
            ContractChecks.MinLength(text, minLength, ref Errors);
            ContractChecks.MaxLength(text, maxLength, ref Errors);
        }

        var digits = text.AsSpan();
        if (
            acceptsZeroFraction
            && digits.IndexOf('.') is > 0 and var point
            && point < digits.Length - 1
            && !digits[(point + 1)..].ContainsAnyExcept('0')
        )
        {
            digits = digits[..point];
        }

        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            Errors.Add(
                ContractErrorCodes.Pattern,
                "must be a whole number, or a text of its digits"
            );
            return null;
        }

        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            Errors.Add(ContractErrorCodes.NumberRange, "is too large a number");
            return null;
        }

        return value;
    }

    /// <summary>Reads a number exactly.</summary>
    /// <returns>Null when an error was added.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public decimal? ReadDecimal()
    {
        if (!IsNumber)
        {
            WrongType(ContractWords.MustBeNumber);
            return null;
        }

        var number = Number(out var digits, out var scale, out var isPlain);
        if (isPlain)
        {
            return new decimal(
                (int)digits,
                (int)(digits >> 32),
                0,
                isNegative: number[0] == '-',
                (byte)scale
            );
        }

        if (new ExactNumber(number).TryGetDecimal(out var value))
        {
            return value;
        }

        Errors.Add(ContractErrorCodes.NumberRange, "is too large or too fine a number");
        return null;
    }

    /// <summary>Reads true or false.</summary>
    /// <returns>Null when an error was added.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool? ReadBoolean()
    {
        if (_place == Place.AtValue && First is (byte)'t' or (byte)'f')
        {
            var isTrue = First == 't';
            PassOver();
            return isTrue;
        }

        WrongType(ContractWords.MustBeBoolean);
        return null;
    }

    private readonly bool IsNumber =>
        _place == Place.AtValue && (First == '-' || (uint)(First - '0') <= 9);

    private ReadOnlySpan<byte> Number(out long digits, out int scale, out bool isPlain)
    {
        var rest = _json[_at..];
        var length = JsonSyntax.NumberLength(rest, out digits, out scale, out isPlain);
        if (length < 0)
        {
            throw Malformed();
        }

        _at += length;
        _place = Place.AfterValue;
        return rest[..length];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string? WrongType(string message)
    {
        Errors.Add(ContractErrorCodes.Type, message);
        PassOver();
        return null;
    }

    // Leaves the value behind at which the reader stands, if it still stands there.
    private void PassOver()
    {
        if (_place == Place.AtValue)
        {
            SkipValue();
            _place = Place.AfterValue;
        }
    }

    private void SkipValue()
    {
        switch (First)
        {
            case (byte)'"':
                EndOfText(_at + 1);
                break;
            case (byte)'{' or (byte)'[':
                SkipInside();
                break;
            case (byte)'t':
                Literal("true"u8);
                break;
            case (byte)'f':
                Literal("false"u8);
                break;
            case (byte)'n':
                Literal("null"u8);
                break;
            default:
                Number(out _, out _, out _);
                break;
        }
    }

    private void Literal(ReadOnlySpan<byte> text)
    {
        if (!_json[_at..].StartsWith(text))
        {
            throw Malformed();
        }

        _at += text.Length;
    }

    // What no one reads still has to be JSON. The framework's reader walks it without recursion, however deep.
    private void SkipInside()
    {
        var left = _maxDepth - _depth;
        if (left <= 0)
        {
            throw Malformed();
        }

        var inside = new Utf8JsonReader(_json[_at..], new JsonReaderOptions { MaxDepth = left });
        try
        {
            inside.Read();
            inside.Skip();
        }
        catch (JsonException)
        {
            _at += (int)inside.BytesConsumed;
            throw Malformed();
        }

        _at += (int)inside.BytesConsumed;
    }
}
