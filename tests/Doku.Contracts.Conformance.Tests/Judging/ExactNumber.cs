using System.Globalization;
using System.Numerics;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>A JSON number without rounding, <c>Digits × 10^Exponent</c>.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Exponent)
{
    // Numbers of more digits than this are all alike to every limit there is in a schema.
    private const int MostDigits = 3000;

    public static ExactNumber Parse(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        var mantissa = e < 0 ? text : text[..e];
        var exponent = e < 0 ? 0 : Exponential(text[(e + 1)..]);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var digits = BigInteger.Parse(
            mantissa,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        return digits.IsZero ? default : new ExactNumber(digits, exponent);
    }

    public bool IsWhole => Exponent >= 0 || (Digits % BigInteger.Pow(10, -Exponent)).IsZero;

    public bool IsMultipleOf(ExactNumber unit)
    {
        var least = Math.Min(Exponent, unit.Exponent);
        return (At(least) % unit.At(least)).IsZero;
    }

    public int CompareTo(ExactNumber other)
    {
        var least = Math.Min(Exponent, other.Exponent);
        return At(least).CompareTo(other.At(least));
    }

    public bool FitsLong() =>
        IsWhole && CompareTo(Of(long.MinValue)) >= 0 && CompareTo(Of(long.MaxValue)) <= 0;

    /// <summary>Whether a decimal holds it to the last digit.</summary>
    public bool FitsDecimal()
    {
        if (Digits.IsZero)
        {
            return true;
        }

        var (digits, exponent) = (Digits, Exponent);
        while ((digits % 10).IsZero)
        {
            (digits, exponent) = (digits / 10, exponent + 1);
        }

        var most = (BigInteger)decimal.MaxValue;
        return exponent >= -28
            && exponent <= 28
            && BigInteger.Abs(exponent > 0 ? digits * BigInteger.Pow(10, exponent) : digits)
                <= most;
    }

    public static ExactNumber operator *(ExactNumber left, ExactNumber right) =>
        new(left.Digits * right.Digits, left.Exponent + right.Exponent);

    public static ExactNumber operator +(ExactNumber left, ExactNumber right)
    {
        var least = Math.Min(left.Exponent, right.Exponent);
        return new ExactNumber(left.At(least) + right.At(least), least);
    }

    private static ExactNumber Of(long number) => new(number, 0);

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);

    private static int Exponential(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var e)
            ? Math.Clamp(e, -MostDigits, MostDigits)
        : text.StartsWith('-') ? -MostDigits
        : MostDigits;
}
