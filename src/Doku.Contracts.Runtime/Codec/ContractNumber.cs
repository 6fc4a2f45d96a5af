using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace Doku.Contracts.Runtime;

internal enum NumberKind
{
    Whole,
    Fraction,
    TooLarge,
}

/// <summary>JSON numbers beyond the plain digits that the tokenizer turns into a <see cref="long"/> by itself.</summary>
internal static class ContractNumber
{
    // A number's value is decided by its digits and exponent alone, so a text such as 1e999999999 is never expanded.
    public static NumberKind TryGetInt64(ReadOnlySpan<byte> number, out long value)
    {
        value = 0;
        if (!TrySplit(number, out var isNegative, out var digits, out var exponent))
        {
            return NumberKind.TooLarge;
        }

        if (digits.Length == 0)
        {
            return NumberKind.Whole;
        }

        if (exponent < 0)
        {
            return NumberKind.Fraction;
        }

        if (digits.Length + exponent > 19)
        {
            return NumberKind.TooLarge;
        }

        var magnitude =
            BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            * BigInteger.Pow(10, (int)exponent);
        var signed = isNegative ? -magnitude : magnitude;
        if (signed < long.MinValue || signed > long.MaxValue)
        {
            return NumberKind.TooLarge;
        }

        value = (long)signed;
        return NumberKind.Whole;
    }

    // The framework rounds a number that has more digits than a decimal can hold; a contract doesn't.
    public static bool IsExact(ReadOnlySpan<byte> number, decimal value)
    {
        if (number.Length <= 28 && number.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return true;
        }

        Span<byte> buffer = stackalloc byte[64];
        return Utf8Formatter.TryFormat(value, buffer, out var written)
            && TrySplit(number, out _, out var digits, out var exponent)
            && TrySplit(buffer[..written], out _, out var heldDigits, out var heldExponent)
            && exponent == heldExponent
            && digits == heldDigits;
    }

    public static bool TryParseDigits(string text, out long value)
    {
        value = 0;
        return text.Length > 0
            && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Takes a number apart: significant digits without zeros at either end, and the power of ten that they are times.</summary>
    private static bool TrySplit(
        ReadOnlySpan<byte> number,
        out bool isNegative,
        out string digits,
        out long exponent
    )
    {
        isNegative = number[0] == '-';
        digits = "";
        exponent = 0;
        var mantissa = number[(isNegative ? 1 : 0)..];
        var e = mantissa.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            if (
                !long.TryParse(
                    mantissa[(e + 1)..],
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out exponent
                )
            )
            {
                return false;
            }

            mantissa = mantissa[..e];
        }

        var text = System.Text.Encoding.ASCII.GetString(mantissa);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= text.Length - point - 1;
            text = text.Remove(point, 1);
        }

        var trimmed = text.TrimEnd('0');
        exponent += text.Length - trimmed.Length;
        digits = trimmed.TrimStart('0');
        exponent = digits.Length == 0 ? 0 : exponent;
        return true;
    }
}
