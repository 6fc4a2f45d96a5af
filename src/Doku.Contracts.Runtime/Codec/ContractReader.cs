using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Doku.Contracts.Runtime;

/// <summary>
/// Reads JSON (RFC 8259) for generated code, one value after the other, and collects errors instead of stopping at
/// the first. Text that isn't JSON ends the reading with a <see cref="JsonException"/>, which
/// <see cref="ContractCodec"/> catches. A value that generated code doesn't ask for is passed over.
/// </summary>
public ref partial struct ContractReader
{
    /// <summary>What was found wrong so far. A field, so that checks can add to it by reference.</summary>
    [SuppressMessage(
        "Design",
        "CA1051:Do not declare visible instance fields",
        Justification = "Passed by reference."
    )]
    public ContractErrorSink Errors;

    private readonly ReadOnlySpan<byte> _json;
    private readonly bool _isAscii;
    private readonly int _maxDepth;
    private int _at;
    private int _start;
    private int _depth;
    private Place _place;
    private RecentTexts _recent;

    // Only a text that is known to be UTF-8 may come here: what is inside quotes isn't looked at again.
    internal ContractReader(ReadOnlySpan<byte> utf8Json, bool isAscii, ContractReadOptions options)
    {
        _json = utf8Json;
        _isAscii = isAscii;
        _maxDepth = options.MaxDepth;
        IsStrict = options.IsStrict;
        Errors = new ContractErrorSink(options.MaxErrors);
        BeginValue();
    }

    // Where the reader stands, seen from the innermost object or array.
    private enum Place : byte
    {
        AtValue,
        AfterValue,
        AfterOpening,
    }

    /// <summary>Whether every constraint is to be checked.</summary>
    public readonly bool IsStrict { get; }

    /// <summary>Where the value begins at which the reader stands, in bytes.</summary>
    public readonly long Position => _start;

    /// <summary>Whether the reader stands on <c>null</c>.</summary>
    public readonly bool IsNull => First == 'n';

    /// <summary>Whether the reader stands on an object.</summary>
    public readonly bool IsObject => First == '{';

    /// <summary>Whether the reader stands on an array.</summary>
    public readonly bool IsArray => First == '[';

    /// <summary>Whether the reader stands on a text.</summary>
    public readonly bool IsString => First == '"';

    /// <summary>Whether an optional member is <c>null</c> and may be read as absent: only when reading leniently.</summary>
    public readonly bool IsAbsent => IsNull && !IsStrict;

    // The value's first byte tells its type; there is always one, or BeginValue would have thrown.
    private readonly byte First => _json[_start];

    // After the one value there must be nothing.
    internal void ReadToEnd()
    {
        PassOver();
        SkipSpace();
        if (_at != _json.Length)
        {
            throw Malformed();
        }
    }

    /// <summary>Enters an object; reports and skips any other value.</summary>
    public bool BeginObject() => Begin((byte)'{', ContractWords.MustBeObject);

    /// <summary>Enters an array; reports and skips any other value.</summary>
    public bool BeginArray() => Begin((byte)'[', ContractWords.MustBeArray);

    /// <summary>Moves to the next member's value.</summary>
    /// <param name="name">The member's name, unescaped.</param>
    /// <returns>False at the object's end.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        var json = _json;
        var at = _at;
        // JSON off the wire is compact: a comma, a plain name, a colon and the value, with nothing between.
        if (_place == Place.AfterValue && (uint)at < (uint)json.Length && json[at] == ',')
        {
            at++;
        }
        else if (_place != Place.AfterOpening)
        {
            return NextSpacedMember(out name);
        }

        if ((uint)at < (uint)json.Length && json[at] == '"')
        {
            var rest = json[(at + 1)..];
            var length = JsonSyntax.PlainLength(rest);
            if (
                length + 2 < rest.Length
                && rest[length] == '"'
                && rest[length + 1] == ':'
                && rest[length + 2] > ' '
            )
            {
                name = rest[..length];
                _start = at + length + 3;
                _at = _start;
                _place = Place.AtValue;
                Errors.Offset = _start;
                return true;
            }
        }

        return NextSpacedMember(out name);
    }

    /// <summary>
    /// Moves to the next member's value if it is the one that the schema has next: nearly every message keeps the
    /// schema's order, and comparing with one name costs less than finding out which of all it is.
    /// </summary>
    /// <param name="member">A comma, the member's name in quotes and a colon.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNextMember(scoped ReadOnlySpan<byte> member)
    {
        var rest = _json[_at..];
        if (
            _place != Place.AfterValue
            || rest.Length <= member.Length
            || !rest.StartsWith(member)
            || rest[member.Length] <= ' '
        )
        {
            return false;
        }

        _at += member.Length;
        _start = _at;
        _place = Place.AtValue;
        Errors.Offset = _start;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool NextSpacedMember(out ReadOnlySpan<byte> name)
    {
        if (!Next((byte)'}'))
        {
            name = default;
            return false;
        }

        if (Current() != '"')
        {
            throw Malformed();
        }

        var from = _at + 1;
        var length = JsonSyntax.PlainLength(_json[from..]);
        _at = from + length;
        if (Current() == '"')
        {
            name = _json.Slice(from, length);
            _at++;
        }
        else
        {
            name = EscapedName(from);
        }

        if (Current() != ':')
        {
            SkipSpace();
            if (Current() != ':')
            {
                throw Malformed();
            }
        }

        _at++;
        BeginValue();
        return true;
    }

    /// <summary>Moves to the next item.</summary>
    /// <returns>False at the array's end.</returns>
    public bool NextItem()
    {
        if (!Next((byte)']'))
        {
            return false;
        }

        BeginValue();
        return true;
    }

    /// <summary>Passes over the value at which the reader stands.</summary>
    public void Skip() => PassOver();

    // Goes to the next member's name or item, past the comma; leaves the object or array at its end.
    private bool Next(byte end)
    {
        PassOver();
        var c = Current();
        if (c <= ' ')
        {
            SkipSpace();
            c = Current();
        }

        if (c == end)
        {
            _at++;
            _depth--;
            _place = Place.AfterValue;
            return false;
        }

        if (_place == Place.AfterOpening)
        {
            return true;
        }

        if (c != ',')
        {
            throw Malformed();
        }

        _at++;
        if (Current() <= ' ')
        {
            SkipSpace();
        }

        return true;
    }

    private void BeginValue()
    {
        if (Current() <= ' ')
        {
            SkipSpace();
            if (Current() == 0)
            {
                throw Malformed();
            }
        }

        _start = _at;
        _place = Place.AtValue;
        Errors.Offset = _start;
    }

    private bool Begin(byte opening, string message)
    {
        if (_place != Place.AtValue || First != opening)
        {
            WrongType(message);
            return false;
        }

        if (++_depth > _maxDepth)
        {
            throw Malformed();
        }

        _at++;
        _place = Place.AfterOpening;
        return true;
    }

    // The next byte; 0, which no JSON has outside of nothing, at the end.
    private readonly byte Current() => (uint)_at < (uint)_json.Length ? _json[_at] : (byte)0;

    private void SkipSpace()
    {
        while (Current() is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }

    private readonly JsonException Malformed() => JsonSyntax.Malformed(_json, _at);
}
