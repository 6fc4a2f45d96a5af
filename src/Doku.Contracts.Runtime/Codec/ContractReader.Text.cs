using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <content>Texts and members' names.</content>
public ref partial struct ContractReader
{
    // Longer texts are never an enumeration's; this many fit on the stack without a thought.
    private const int LongestKnownText = 64;

    /// <summary>Reads a text.</summary>
    /// <returns>Null when an error was added.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string? ReadString()
    {
        if (_place != Place.AtValue || First != '"')
        {
            return WrongType(ContractWords.MustBeText);
        }

        var from = _at + 1;
        var length = JsonSyntax.PlainLength(_json[from..]);
        _at = from + length;
        if (Current() != '"')
        {
            return ReadEscaped(from);
        }

        _at++;
        _place = Place.AfterValue;
        return Text(_json.Slice(from, length));
    }

    /// <summary>
    /// Reads a text and, when reading strictly, checks its lengths and characters: on the bytes as they lie in the
    /// message, where that settles it.
    /// </summary>
    /// <param name="minLength">The fewest characters; 0 when there is no limit.</param>
    /// <param name="maxLength">The most characters; the largest integer when there is no limit.</param>
    /// <param name="set">The allowed characters.</param>
    /// <returns>Null when it isn't a text.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string? ReadString(int minLength, int maxLength, CharacterSet set)
    {
        if (_place == Place.AtValue && First == '"')
        {
            var from = _at + 1;
            var rest = _json[from..];
            var length = JsonSyntax.PlainLength(rest);
            if (
                (uint)length < (uint)rest.Length
                && rest[length] == '"'
                && (
                    !IsStrict
                    || (
                        (uint)(length - minLength) <= (uint)(maxLength - minLength)
                        && set.AllowsPlain(rest[..length])
                    )
                )
            )
            {
                _at = from + length + 1;
                _place = Place.AfterValue;
                return Text(rest[..length]);
            }
        }

        var text = ReadString();
        if (IsStrict && text is not null)
        {
            ContractChecks.Text(text, minLength, maxLength, set, ref Errors);
        }

        return text;
    }

    /// <summary>Reads a time stamp; its text isn't judged here.</summary>
    /// <returns>Null when an error was added.</returns>
    public Timestamp<TFormat>? ReadTimestamp<TFormat>()
        where TFormat : ITimestampFormat =>
        ReadString() is { } text ? new Timestamp<TFormat>(text) : null;

    /// <summary>Reads an enumeration's text, known or not. A known one allocates nothing.</summary>
    /// <returns>Null when an error was added.</returns>
    public T? ReadText<T>()
        where T : struct, IContractText<T>
    {
        if (_place == Place.AtValue && First == '"')
        {
            var rest = _json[(_at + 1)..];
            var length = JsonSyntax.PlainLength(rest);
            Span<char> text = stackalloc char[LongestKnownText];
            if (
                length <= LongestKnownText
                && length < rest.Length
                && rest[length] == '"'
                && Ascii.ToUtf16(rest[..length], text, out _) == OperationStatus.Done
                && T.FindKnown(text[..length]) is { } known
            )
            {
                _at += length + 2;
                _place = Place.AfterValue;
                return T.From(known);
            }
        }

        return ReadString() is { } other ? T.From(other) : null;
    }

    // One document often says the same twice: who pays is who receives. The second time gives the first text again;
    // no text outlives its document by this.
    private string Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestKnownText)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var recent = ref _recent[(utf8[0] + (utf8[^1] * 3) + utf8.Length) & RecentTexts.Mask];
        if (recent is not null && Ascii.Equals(utf8, recent))
        {
            return recent;
        }

        return recent = _isAscii ? JsonSyntax.ToText(utf8) : Encoding.UTF8.GetString(utf8);
    }

    // Goes past a text's closing quote; what lies between is looked at for its escapes alone.
    private void EndOfText(int from)
    {
        _at = from;
        while (true)
        {
            _at += JsonSyntax.PlainLength(_json[_at..]);
            switch (Current())
            {
                case (byte)'"':
                    _at++;
                    return;
                case (byte)'\\':
                    var width = JsonSyntax.EscapeLength(_json[_at..]);
                    if (width == 0)
                    {
                        throw Malformed();
                    }

                    _at += width;
                    break;
                default:
                    throw Malformed();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string? ReadEscaped(int from)
    {
        EndOfText(from);
        _place = Place.AfterValue;
        if (Unescape(_json[from..(_at - 1)]) is { } text)
        {
            return text;
        }

        Errors.Add(ContractErrorCodes.Unicode, ContractWords.HasLoneSurrogate);
        return null;
    }

    private ReadOnlySpan<byte> EscapedName(int from)
    {
        EndOfText(from);
        if (Unescape(_json[from..(_at - 1)]) is { } name)
        {
            return Encoding.UTF8.GetBytes(name);
        }

        Errors.Add(
            ContractErrorCodes.Unicode,
            "has a member whose name has half of a surrogate pair"
        );
        return [];
    }

    // Null when the text has half of a surrogate pair. The escapes are known to be right.
    private static string? Unescape(ReadOnlySpan<byte> raw)
    {
        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            var text = buffer.AsSpan(0, JsonStrings.Decode(raw, buffer));
            return ContractChecks.HasHalfPair(text) ? null : text.ToString();
        }
        finally
        {
            // It may hold personal data.
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }

    [InlineArray(Mask + 1)]
    private struct RecentTexts
    {
        public const int Mask = 31;

        private string? _first;
    }
}
