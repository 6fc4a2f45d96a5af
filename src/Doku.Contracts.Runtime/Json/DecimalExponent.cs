using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>
/// A power of ten of any size. Those of a few digits are reckoned with; longer ones stay decimal digits, because turning
/// a million of them into a binary number and back takes seconds, and it is the sender who writes them.
/// </summary>
internal readonly struct DecimalExponent : IComparable<DecimalExponent>
{
    // So many digits always fit into an Int128, with room for adding.
    private const int MostDigits = 37;

    // What is added to a long exponent changes its last digits, and then at most carries one on.
    private const int TailLength = 18;
    private const long TailUnit = 1_000_000_000_000_000_000;

    private static readonly Int128 FirstHuge = Int128.Parse(
        "1" + new string('0', MostDigits),
        CultureInfo.InvariantCulture
    );

    private readonly Int128 _value;
    private readonly string? _digits;
    private readonly bool _isNegative;

    private DecimalExponent(Int128 value)
    {
        _value = value;
        _isNegative = value < 0;
    }

    private DecimalExponent(string digits, bool isNegative)
    {
        _digits = digits;
        _isNegative = isNegative;
    }

    /// <summary>Makes an exponent of what stands behind an <c>e</c>, or of nothing, and a number to add.</summary>
    public static DecimalExponent From(ReadOnlySpan<byte> text, long add)
    {
        var isNegative = text.StartsWith("-"u8);
        var digits = text.TrimStart("+-"u8).TrimStart((byte)'0');
        if (digits.Length > MostDigits)
        {
            return From(Encoding.ASCII.GetString(digits), isNegative, add);
        }

        var value = Int128.Zero;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return From((isNegative ? -value : value) + add);
    }

    /// <summary>Whether the exponent is beyond anything that a text has digits for.</summary>
    public bool IsHuge => _digits is not null;

    public bool IsNegative => _isNegative;

    /// <summary>The exponent, where it isn't huge.</summary>
    public Int128 Value => _value;

    public DecimalExponent Plus(long add) =>
        _digits is null ? From(_value + add) : From(_digits, _isNegative, add);

    public int CompareTo(DecimalExponent other)
    {
        if (_digits is null && other._digits is null)
        {
            return _value.CompareTo(other._value);
        }

        if (_isNegative != other._isNegative)
        {
            return _isNegative ? -1 : 1;
        }

        // A huge one is further from zero than any that isn't, and a longer one than a shorter one.
        var order = (_digits?.Length ?? 0).CompareTo(other._digits?.Length ?? 0);
        order = order != 0 ? order : string.CompareOrdinal(_digits, other._digits);
        return _isNegative ? -order : order;
    }

    public override int GetHashCode() => HashCode.Combine(_value, _isNegative, _digits);

    public override string ToString() =>
        _digits is null
            ? _value.ToString(CultureInfo.InvariantCulture)
            : (_isNegative ? "-" : "") + _digits;

    // Whether an exponent is huge depends on its value alone, so that equal ones are kept alike.
    private static DecimalExponent From(Int128 value) =>
        value <= -FirstHuge || value >= FirstHuge
            ? new DecimalExponent(
                Int128.Abs(value).ToString(CultureInfo.InvariantCulture),
                value < 0
            )
            : new DecimalExponent(value);

    private static DecimalExponent From(string digits, bool isNegative, long add)
    {
        var sum = Add(digits, isNegative ? -add : add);
        return sum.Length > MostDigits
            ? new DecimalExponent(sum, isNegative)
            : From(Int128.Parse((isNegative ? "-" : "") + sum, CultureInfo.InvariantCulture));
    }

    private static string Add(string digits, long add)
    {
        var head = digits[..^TailLength].ToCharArray();
        var tail =
            long.Parse(
                digits.AsSpan(digits.Length - TailLength),
                NumberStyles.None,
                CultureInfo.InvariantCulture
            ) + add;
        if (tail >= TailUnit)
        {
            tail -= TailUnit;
            head = Step(head, '9', '0', 1);
        }
        else if (tail < 0)
        {
            tail += TailUnit;
            head = Step(head, '0', '9', -1);
        }

        var sum = new string(head) + tail.ToString("D18", CultureInfo.InvariantCulture);
        return sum.TrimStart('0');
    }

    // Adds or takes away one: digits that are at their end begin anew, as on a counter.
    private static char[] Step(char[] digits, char end, char beginning, int step)
    {
        for (var at = digits.Length - 1; at >= 0; at--)
        {
            if (digits[at] != end)
            {
                digits[at] = (char)(digits[at] + step);
                return digits;
            }

            digits[at] = beginning;
        }

        return ['1', .. digits];
    }
}
