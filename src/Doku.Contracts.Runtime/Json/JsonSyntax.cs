using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Runtime;

/// <summary>The grammar of RFC 8259 below the level of values. Every look is bounds-checked.</summary>
internal static class JsonSyntax
{
    // So many digits always fit into a long.
    private const int MostPlainDigits = 18;

    private static readonly SearchValues<byte> Special = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(i => (byte)i),
        (byte)'"',
        (byte)'\\',
    ]);

    /// <summary>Makes a text of ASCII, which is only to be widened: the encoding would look at each byte again.</summary>
    public static string ToText(ReadOnlySpan<byte> ascii) =>
        // A lambda, because a delegate of a static method is called by way of a stub.
        string.Create(ascii.Length, ascii, static (text, bytes) => Widen(text, bytes));

    private static void Widen(Span<char> text, ReadOnlySpan<byte> ascii)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        if (ascii.Length < 8)
        {
            for (var i = 0; i < ascii.Length; i++)
            {
                text[i] = (char)ascii[i];
            }
        }
        else if (ascii.Length <= 16)
        {
            // Two halves that overlap cover 8 to 16 characters.
            WidenEight(ascii, units);
            WidenEight(ascii[^8..], units[^8..]);
        }
        else
        {
            for (var at = 0; at < ascii.Length; at += 16)
            {
                // The last step reaches back over bytes that are already widened.
                var from = Math.Min(at, ascii.Length - 16);
                var (lower, upper) = Vector128.Widen(Vector128.Create(ascii[from..]));
                lower.CopyTo(units[from..]);
                upper.CopyTo(units[(from + 8)..]);
            }
        }
    }

    private static void WidenEight(ReadOnlySpan<byte> ascii, Span<ushort> units) =>
        Vector128
            .WidenLower(Vector128.CreateScalarUnsafe(MemoryMarshal.Read<ulong>(ascii)).AsByte())
            .CopyTo(units);

    /// <summary>How many bytes of a text come before its first quote, backslash or control character; all when there is none.</summary>
    // Most names and texts end within the first vector; a call to a search would cost more than this look.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PlainLength(ReadOnlySpan<byte> text)
    {
        if (Vector128.IsHardwareAccelerated && text.Length >= Vector128<byte>.Count)
        {
            var mask = Specials(Vector128.Create(text)).ExtractMostSignificantBits();
            if (mask != 0)
            {
                return BitOperations.TrailingZeroCount(mask);
            }
        }

        return SearchedLength(text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SearchedLength(ReadOnlySpan<byte> text)
    {
        var found = text.IndexOfAny(Special);
        return found < 0 ? text.Length : found;
    }

    /// <summary>Copies a text's characters as long as they are ASCII and need no escape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="to">At least as many bytes as the text has characters.</param>
    /// <returns>How many were copied; what lies behind them in <paramref name="to"/> means nothing.</returns>
    public static int CopyPlain(ReadOnlySpan<char> text, Span<byte> to)
    {
        var at = 0;
        if (Vector128.IsHardwareAccelerated && text.Length >= 8)
        {
            var units = MemoryMarshal.Cast<char, ushort>(text);
            if (units.Length < 16)
            {
                // Two vectors that overlap cover 8 to 15 characters.
                if (TryNarrow(Vector128.Create(units), Vector128.Create(units[^8..]), out var both))
                {
                    both.GetLower().CopyTo(to);
                    both.GetUpper().CopyTo(to[(units.Length - 8)..]);
                    return units.Length;
                }
            }
            else
            {
                for (; at < units.Length; at += 16)
                {
                    // The last step reaches back over characters that are already copied.
                    var from = Math.Min(at, units.Length - 16);
                    var next = units[from..];
                    if (
                        !TryNarrow(Vector128.Create(next), Vector128.Create(next[8..]), out var all)
                    )
                    {
                        break;
                    }

                    all.CopyTo(to[from..]);
                }
            }
        }

        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return at;
            }

            to[at] = (byte)c;
        }

        return text.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow(
        Vector128<ushort> first,
        Vector128<ushort> second,
        out Vector128<byte> bytes
    )
    {
        bytes = Vector128.Narrow(first, second);
        return ((first | second) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero
            && Specials(bytes) == Vector128<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Specials(Vector128<byte> bytes) =>
        Vector128.Equals(bytes, Vector128.Create((byte)'"'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
        | Vector128.LessThan(bytes, Vector128.Create((byte)' '));

    /// <summary>How many bytes an escape has, from its backslash; 0 when it isn't one.</summary>
    public static int EscapeLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
        {
            return 0;
        }

        if (text[1] != 'u')
        {
            return "\"\\/bfnrt"u8.Contains(text[1]) ? 2 : 0;
        }

        if (text.Length < 6)
        {
            return 0;
        }

        foreach (var digit in text.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return 0;
            }
        }

        return 6;
    }

    /// <summary>How many bytes a number has; -1 when it isn't one.</summary>
    /// <param name="text">The number and what follows.</param>
    /// <param name="digits">Its digits as one number, without sign and point.</param>
    /// <param name="scale">How many of them are behind the point.</param>
    /// <param name="isPlain">Whether digits and scale say it all: there is no exponent, no negative zero, and not too many digits.</param>
    public static int NumberLength(
        ReadOnlySpan<byte> text,
        out long digits,
        out int scale,
        out bool isPlain
    )
    {
        digits = 0;
        scale = 0;
        isPlain = false;
        var from = text[0] == '-' ? 1 : 0;
        var at = Digits(text, from, ref digits);
        if (at == from || (text[from] == '0' && at > from + 1))
        {
            return -1;
        }

        var count = at - from;
        if (at < text.Length && text[at] == '.')
        {
            var end = Digits(text, at + 1, ref digits);
            scale = end - at - 1;
            count += scale;
            at = end;
            if (scale == 0)
            {
                return -1;
            }
        }

        if (at < text.Length && (text[at] | 0x20) == 'e')
        {
            at += at + 1 < text.Length && text[at + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
            var ignored = 0L;
            var end = Digits(text, at, ref ignored);
            return end == at ? -1 : end;
        }

        isPlain = count <= MostPlainDigits && (digits != 0 || from == 0);
        return at;
    }

    /// <summary>An exception that names the place, from 0 as System.Text.Json counts, the column in UTF-16 units.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static JsonException Malformed(ReadOnlySpan<byte> json, int at)
    {
        var before = json[..Math.Min(at, json.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new JsonException(
            "The text isn't JSON.",
            path: null,
            before.Count((byte)'\n'),
            Encoding.UTF8.GetCharCount(before[lineStart..])
        );
    }

    // Too many digits overflow without harm: they are counted, and their value isn't used then.
    private static int Digits(ReadOnlySpan<byte> text, int at, ref long value)
    {
        while ((uint)at < (uint)text.Length)
        {
            var digit = (uint)(text[at] - '0');
            if (digit > 9)
            {
                break;
            }

            value = unchecked((value * 10) + digit);
            at++;
        }

        return at;
    }
}
