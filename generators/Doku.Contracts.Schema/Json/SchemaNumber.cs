using System.Globalization;
using System.Text;

namespace Doku.Contracts.Schema.Json;

/// <summary>The exact value of a JSON number: significant digits without zeros at either end, times a power of ten.</summary>
internal readonly struct SchemaNumber
{
    // So many digits always fit into a decimal, and so many places.
    private const int MostDigits = 28;

    private SchemaNumber(bool isNegative, string digits, long exponent)
    {
        IsNegative = isNegative;
        Digits = digits;
        Exponent = exponent;
    }

    public bool IsNegative { get; }

    /// <summary>Empty for zero.</summary>
    public string Digits { get; }

    public long Exponent { get; }

    /// <summary>Whether the value is a whole number, as <c>1.0</c> and <c>1e2</c> are.</summary>
    public bool IsWhole => Exponent >= 0;

    /// <summary>The one text of the value, so that <c>1.0</c> and <c>1</c> have the same.</summary>
    public string Canonical =>
        Digits.Length == 0
            ? "0"
            : $"{(IsNegative ? "-" : "")}{Digits}{(Exponent == 0 ? "" : "e" + Exponent.ToString(CultureInfo.InvariantCulture))}";

    /// <summary>The value as a decimal; null when a decimal can't hold it exactly.</summary>
    public decimal? AsDecimal()
    {
        if (
            Exponent < -MostDigits
            || Digits.Length > MostDigits
            || Digits.Length + Math.Max(Exponent, 0) > MostDigits
        )
        {
            return Digits.Length == 0 ? 0 : null;
        }

        var plain = new StringBuilder(Digits.Length == 0 ? "0" : Digits);
        if (Exponent >= 0)
        {
            plain.Append('0', (int)Exponent);
        }
        else
        {
            plain
                .Insert(0, new string('0', (int)-Exponent))
                .Insert(plain.Length + (int)Exponent, '.');
        }

        var value = decimal.Parse(
            plain.ToString(),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );
        return IsNegative ? -value : value;
    }

    /// <summary>Reads the text of a JSON number.</summary>
    public static SchemaNumber Parse(string text)
    {
        var isNegative = text[0] == '-';
        var mantissa = isNegative ? text.Substring(1) : text;
        var exponent = 0L;
        var e = mantissa.IndexOfAny(['e', 'E']);
        if (e >= 0)
        {
            exponent = Saturated(mantissa.Substring(e + 1));
            mantissa = mantissa.Substring(0, e);
        }

        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var trimmed = mantissa.TrimEnd('0');
        exponent += mantissa.Length - trimmed.Length;
        var digits = trimmed.TrimStart('0');
        return digits.Length == 0
            ? new SchemaNumber(isNegative: false, "", 0)
            : new SchemaNumber(isNegative, digits, exponent);
    }

    // No decimal has an exponent that a long can't hold; such a number is passed on as its text.
    private static long Saturated(string exponent) =>
        long.TryParse(
            exponent,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? Math.Max(Math.Min(value, int.MaxValue), int.MinValue)
        : exponent[0] == '-' ? int.MinValue
        : int.MaxValue;
}
