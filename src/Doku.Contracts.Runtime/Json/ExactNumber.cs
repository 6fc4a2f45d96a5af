namespace Doku.Contracts.Runtime;

internal enum NumberKind
{
    Whole,
    Fraction,
    TooLarge,
}

/// <summary>
/// The value of a JSON number of any size: its significant digits, without zeros at either end, behind a decimal point,
/// times a power of ten. A text such as <c>1e999999999</c> is never expanded, and no number is rounded.
/// </summary>
internal readonly ref partial struct ExactNumber
{
    // So many digits always fit into a ulong.
    private const int ChunkLength = 18;

    // The digits before and behind the text's point, as far as they are significant.
    private readonly ReadOnlySpan<byte> _whole;
    private readonly ReadOnlySpan<byte> _fraction;

    // With 0.d₁d₂d₃… × 10ⁿ for the number, this is n.
    private readonly DecimalExponent _magnitude;

    /// <param name="number">A number that JSON's grammar allows.</param>
    public ExactNumber(ReadOnlySpan<byte> number)
    {
        IsNegative = number[0] == '-';
        var mantissa = IsNegative ? number[1..] : number;
        var e = mantissa.IndexOfAny((byte)'e', (byte)'E');
        var exponent = e < 0 ? [] : mantissa[(e + 1)..];
        mantissa = e < 0 ? mantissa : mantissa[..e];
        var point = mantissa.IndexOf((byte)'.');
        _whole = (point < 0 ? mantissa : mantissa[..point]).TrimStart((byte)'0');
        _fraction = point < 0 ? [] : mantissa[(point + 1)..].TrimEnd((byte)'0');
        var magnitude = _whole.Length;
        if (_fraction.IsEmpty)
        {
            _whole = _whole.TrimEnd((byte)'0');
        }
        else if (_whole.IsEmpty)
        {
            var digits = _fraction.TrimStart((byte)'0');
            magnitude = digits.Length - _fraction.Length;
            _fraction = digits;
        }

        IsNegative &= !IsZero;
        _magnitude = IsZero ? default : DecimalExponent.From(exponent, magnitude);
    }

    /// <summary>Whether the number is less than zero.</summary>
    public bool IsNegative { get; }

    /// <summary>How many significant digits there are; none when the number is zero.</summary>
    public int Digits => _whole.Length + _fraction.Length;

    public bool IsZero => Digits == 0;

    public bool IsWhole => _magnitude.IsHuge ? !_magnitude.IsNegative : _magnitude.Value >= Digits;

    public static int Compare(in ExactNumber left, in ExactNumber right)
    {
        var sign = left.Sign;
        if (sign != right.Sign || sign == 0)
        {
            return sign.CompareTo(right.Sign);
        }

        var order = left._magnitude.CompareTo(right._magnitude);
        return sign * (order != 0 ? order : CompareDigits(left, right));
    }

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(IsNegative);
        hash.Add(_magnitude.GetHashCode());
        for (var at = 0; at < Digits; at += ChunkLength)
        {
            hash.Add(Chunk(at, out _));
        }

        return hash.ToHashCode();
    }

    private int Sign =>
        IsZero ? 0
        : IsNegative ? -1
        : 1;

    // What follows a common beginning isn't all zeros, so the number with more digits is the larger one.
    private static int CompareDigits(in ExactNumber left, in ExactNumber right)
    {
        var common = Math.Min(left.Digits, right.Digits);
        for (var i = 0; i < common; i++)
        {
            var order = left.Digit(i).CompareTo(right.Digit(i));
            if (order != 0)
            {
                return order;
            }
        }

        return left.Digits.CompareTo(right.Digits);
    }

    private byte Digit(int index) =>
        index < _whole.Length ? _whole[index] : _fraction[index - _whole.Length];

    // The next few digits as a number.
    private ulong Chunk(int at, out int length)
    {
        length = Math.Min(ChunkLength, Digits - at);
        var value = 0UL;
        for (var i = 0; i < length; i++)
        {
            value = (value * 10) + (ulong)(Digit(at + i) - '0');
        }

        return value;
    }
}
