using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Doku.Contracts.Runtime;

/// <summary>
/// Writes compact JSON in UTF-8 for generated code. The same value always gives the same bytes: members in the
/// schema's order, no white space, no escape but those that RFC 8259 demands, numbers without idle zeros.
/// </summary>
public ref struct ContractWriter
{
    // Enough for most bodies at once, so that the buffer is asked for more only now and then.
    private const int Portion = 512;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"
    );

    private readonly IBufferWriter<byte> _output;

    // What is left of the buffer's memory, and how much of it there was.
    private Span<byte> _rest;
    private int _length;

    /// <summary>Writes to a buffer. <see cref="Flush"/> ends the writing.</summary>
    public ContractWriter(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _rest = output.GetSpan(Portion);
        _length = _rest.Length;
    }

    /// <summary>Hands the bytes over to the buffer.</summary>
    public void Flush()
    {
        _output.Advance(_length - _rest.Length);
        _length = 0;
        _rest = default;
    }

    /// <summary>Writes bytes as they are.</summary>
    // As part of its callers, which mostly write constants, the copy is a move or two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(scoped ReadOnlySpan<byte> utf8)
    {
        if (!utf8.TryCopyTo(_rest))
        {
            Grow(utf8.Length);
            utf8.CopyTo(_rest);
        }

        _rest = _rest[utf8.Length..];
    }

    /// <summary>Begins a member whose predecessors may all be absent.</summary>
    /// <param name="isFirst">Whether nothing was written in this object yet; false afterwards.</param>
    /// <param name="utf8CommaNameAndColon">A comma, the member's name in quotes, and the colon.</param>
    public void Member(ref bool isFirst, scoped ReadOnlySpan<byte> utf8CommaNameAndColon)
    {
        Raw(isFirst ? utf8CommaNameAndColon[1..] : utf8CommaNameAndColon);
        isFirst = false;
    }

    /// <summary>Writes a text.</summary>
    /// <exception cref="InvalidOperationException">The text has half of a surrogate pair, which UTF-8 can't hold.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void String(scoped ReadOnlySpan<char> value)
    {
        // Quotes, and a byte for each character: all that a plain text takes.
        Reserve(value.Length + 2);
        var span = _rest;
        span[0] = (byte)'"';
        var plain = JsonSyntax.CopyPlain(value, span[1..]);
        if (plain == value.Length)
        {
            span[plain + 1] = (byte)'"';
            _rest = span[(plain + 2)..];
            return;
        }

        _rest = span[(plain + 1)..];
        Remainder(value[plain..]);
        Raw("\""u8);
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, _rest, out var bytes);
        _rest = _rest[bytes..];
    }

    /// <summary>Writes a number, without zeros that don't count.</summary>
    public void Number(decimal value)
    {
        if (value.Scale == 0 && value is >= long.MinValue and <= long.MaxValue)
        {
            Number((long)value);
            return;
        }

        // Dividing by a one of full scale leaves the least scale that holds the value: 1.50 and 1.5 are equal and
        // must give the same bytes.
        const decimal One = 1.0000000000000000000000000000m;
        Reserve(32);
        Utf8Formatter.TryFormat(value.Scale == 0 ? value : value / One, _rest, out var bytes);
        _rest = _rest[bytes..];
    }

    /// <summary>Writes a number of any size.</summary>
    public void Number(ContractNumber value) => Raw(value.Utf8);

    /// <summary>Writes a value of any kind, as it came.</summary>
    public void Value(ContractValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Raw(value.Utf8Json.Span);
    }

    /// <summary>Writes true or false.</summary>
    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    // The rest of a text from its first character that isn't plain.
    private void Remainder(scoped ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAny(Escaped);
            Transcode(plain < 0 ? value : value[..plain]);
            if (plain < 0)
            {
                break;
            }

            Escape(value[plain]);
            value = value[(plain + 1)..];
        }
    }

    private void Transcode(scoped ReadOnlySpan<char> value)
    {
        // Three bytes are the most that one UTF-16 unit takes.
        Reserve(checked(value.Length * 3));
        var status = Utf8.FromUtf16(
            value,
            _rest,
            out _,
            out var bytes,
            replaceInvalidSequences: false
        );
        if (status != OperationStatus.Done)
        {
            throw new InvalidOperationException(
                "A text with half of a surrogate pair can't be written as UTF-8."
            );
        }

        _rest = _rest[bytes..];
    }

    private void Escape(char value)
    {
        switch (value)
        {
            case '"':
                Raw("\\\""u8);
                break;
            case '\\':
                Raw("\\\\"u8);
                break;
            case '\n':
                Raw("\\n"u8);
                break;
            case '\r':
                Raw("\\r"u8);
                break;
            case '\t':
                Raw("\\t"u8);
                break;
            case '\b':
                Raw("\\b"u8);
                break;
            case '\f':
                Raw("\\f"u8);
                break;
            default:
                Raw("\\u00"u8);
                Reserve(2);
                Utf8Formatter.TryFormat((byte)value, _rest, out _, new StandardFormat('x', 2));
                _rest = _rest[2..];
                break;
        }
    }

    private void Reserve(int bytes)
    {
        if (_rest.Length < bytes)
        {
            Grow(bytes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int bytes)
    {
        _output.Advance(_length - _rest.Length);
        _rest = _output.GetSpan(Math.Max(bytes, Portion));
        _length = _rest.Length;
    }
}
