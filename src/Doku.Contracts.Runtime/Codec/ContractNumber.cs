using System.Globalization;
using System.Text;

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
    // The largest decimal has 29 digits, and the smallest step is 1e-28.
    private const int MostDigits = 29;
    private const int MostDecimals = 28;

    public static NumberKind TryGetInt64(ReadOnlySpan<byte> number, out long value)
    {
        value = 0;
        Split(number, out var isNegative, out var digits, out var exponent);
        if (exponent < 0)
        {
            return NumberKind.Fraction;
        }

        if (
            !TryGetDecimal(isNegative, digits, exponent, out var held)
            || held is < long.MinValue or > long.MaxValue
        )
        {
            return NumberKind.TooLarge;
        }

        value = (long)held;
        return NumberKind.Whole;
    }

    // The framework rounds a number that has more digits than a decimal can hold; a contract doesn't.
    public static bool TryGetDecimal(ReadOnlySpan<byte> number, out decimal value)
    {
        Split(number, out var isNegative, out var digits, out var exponent);
        return TryGetDecimal(isNegative, digits, exponent, out value);
    }

    public static bool TryParseDigits(string text, out long value)
    {
        value = 0;
        return text.Length > 0
            && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    // Digits and exponent alone decide whether a number can be held, so a text such as 1e999999999 is never expanded.
    private static bool TryGetDecimal(
        bool isNegative,
        string digits,
        long exponent,
        out decimal value
    )
    {
        value = 0;
        if (digits.Length == 0)
        {
            return true;
        }

        var length = digits.Length + Math.Max(exponent, 0);
        if (
            exponent < -MostDecimals
            || length > MostDigits
            || !decimal.TryParse(
                digits.PadRight((int)length, '0'),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var whole
            )
        )
        {
            return false;
        }

        var bits = decimal.GetBits(whole);
        var scale = (byte)Math.Max(-exponent, 0);
        value = new decimal(bits[0], bits[1], bits[2], isNegative, scale);
        return true;
    }

    /// <summary>Takes a number apart: significant digits without zeros at either end, and the power of ten that they are times.</summary>
    private static void Split(
        ReadOnlySpan<byte> number,
        out bool isNegative,
        out string digits,
        out long exponent
    )
    {
        isNegative = number[0] == '-';
        var mantissa = number[(isNegative ? 1 : 0)..];
        var e = mantissa.IndexOfAny((byte)'e', (byte)'E');
        exponent = e < 0 ? 0 : Exponent(mantissa[(e + 1)..]);
        var text = Encoding.ASCII.GetString(e < 0 ? mantissa : mantissa[..e]);
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
    }

    // A text has at most int.MaxValue digits, so none of them brings a number with a larger exponent back into reach.
    // Clamped, the exponent can be added to without overflow.
    private static long Exponent(ReadOnlySpan<byte> text)
    {
        const long Most = 4L * int.MaxValue;
        return long.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var exponent
            )
                ? Math.Clamp(exponent, -Most, Most)
            : text[0] == '-' ? -Most
            : Most;
    }
}
