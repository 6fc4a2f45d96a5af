using System.Globalization;
using System.Numerics;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>A decimal number without rounding: <c>Digits × 10^-Scale</c>.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Scale)
{
    // Enough for every amount there is; more would let a short text ask for a number that fills the memory.
    private const int MaxExponent = 400;

    internal static bool TryParse(string text, out ExactNumber number)
    {
        number = default;
        var e = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = e < 0 ? text : text[..e];
        var exponent = 0;
        if (
            e >= 0
            && !int.TryParse(
                text.AsSpan(e + 1),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out exponent
            )
        )
        {
            return false;
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        if (Math.Abs((long)exponent) > MaxExponent || mantissa.Length > MaxExponent)
        {
            return false;
        }
        if (
            !BigInteger.TryParse(
                point < 0 ? mantissa : mantissa.Remove(point, 1),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var digits
            )
        )
        {
            return false;
        }

        var scale = fraction - exponent;
        number =
            scale >= 0
                ? new ExactNumber(digits, scale)
                : new ExactNumber(digits * BigInteger.Pow(10, -scale), 0);
        return true;
    }

    internal bool TryGetInteger(out BigInteger integer)
    {
        integer = BigInteger.DivRem(Digits, BigInteger.Pow(10, Scale), out var rest);
        return rest.IsZero;
    }

    internal bool HasValueOf(ExactNumber other) => (this - other).Digits.IsZero;

    public static ExactNumber operator *(ExactNumber left, ExactNumber right) =>
        new(left.Digits * right.Digits, left.Scale + right.Scale);

    public static ExactNumber operator +(ExactNumber left, ExactNumber right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new ExactNumber(left.At(scale) + right.At(scale), scale);
    }

    public static ExactNumber operator -(ExactNumber left, ExactNumber right) =>
        left + new ExactNumber(-right.Digits, right.Scale);

    private BigInteger At(int scale) => Digits * BigInteger.Pow(10, scale - Scale);
}
