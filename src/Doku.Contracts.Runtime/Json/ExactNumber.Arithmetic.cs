using System.Globalization;
using System.Numerics;

namespace Doku.Contracts.Runtime;

/// <content>Multiples, and the types of C# that hold a number.</content>
internal readonly ref partial struct ExactNumber
{
    // The largest decimal has 29 digits, and the smallest step is 1e-28.
    private const int MostDigits = 29;
    private const int MostDecimals = 28;
    private static readonly UInt128 LargestMantissa = (UInt128.One << 96) - 1;
    private static readonly BigInteger ChunkUnit = BigInteger.Pow(10, ChunkLength);

    public bool IsMultipleOf(in ExactNumber unit)
    {
        if (IsZero || unit.IsZero)
        {
            return IsZero;
        }

        // With a × 10ᵖ for this number and b × 10^q for the unit, this is p - q.
        var shift = ShiftTo(unit);
        if (shift < 0)
        {
            // a doesn't end in a zero, so that it can't make up for that.
            return false;
        }

        if (Digits <= ChunkLength && unit.Digits <= ChunkLength && shift <= ChunkLength)
        {
            return Scaled((int)shift) % unit.Chunk(0, out _) == 0;
        }

        var divisor = unit.Remainder(null);
        if (shift < divisor.GetBitLength())
        {
            return (Remainder(divisor) * BigInteger.Pow(10, (int)shift) % divisor).IsZero;
        }

        // So large a power of ten has all the twos and fives of b in it; a must have the rest.
        var rest = Without(5, Without(2, divisor));
        return Remainder(rest).IsZero;
    }

    public NumberKind TryGetInt64(out long value)
    {
        value = 0;
        if (!IsWhole)
        {
            return NumberKind.Fraction;
        }

        if (!TryGetDecimal(out var held) || held is < long.MinValue or > long.MaxValue)
        {
            return NumberKind.TooLarge;
        }

        value = (long)held;
        return NumberKind.Whole;
    }

    // The framework rounds a number that has more digits than a decimal can hold; a contract doesn't.
    public bool TryGetDecimal(out decimal value)
    {
        value = 0;
        if (
            _magnitude.IsHuge
            || Digits > MostDigits
            || _magnitude.Value > MostDigits
            || _magnitude.Value - Digits < -MostDecimals
        )
        {
            return false;
        }

        var exponent = (int)_magnitude.Value - Digits;
        var mantissa = Scaled(Math.Max(exponent, 0));
        if (mantissa > LargestMantissa)
        {
            return false;
        }

        var low = (ulong)mantissa;
        value = new decimal(
            (int)low,
            (int)(low >> 32),
            (int)(uint)(mantissa >> 64),
            IsNegative,
            (byte)Math.Max(-exponent, 0)
        );
        return true;
    }

    private BigInteger ShiftTo(in ExactNumber unit)
    {
        var digits = unit.Digits - Digits;
        if (!_magnitude.IsHuge && !unit._magnitude.IsHuge)
        {
            return (BigInteger)(_magnitude.Value - unit._magnitude.Value) + digits;
        }

        // Where one alone is huge, or they lie on different sides of zero, any number of that sign says as much.
        if (
            _magnitude.IsHuge != unit._magnitude.IsHuge
            || _magnitude.IsNegative != unit._magnitude.IsNegative
        )
        {
            return _magnitude.CompareTo(unit._magnitude) * (BigInteger)Int128.MaxValue;
        }

        return Parse(_magnitude) - Parse(unit._magnitude) + digits;
    }

    private static BigInteger Parse(DecimalExponent exponent) =>
        BigInteger.Parse(exponent.ToString(), CultureInfo.InvariantCulture);

    private static BigInteger Without(int factor, BigInteger number)
    {
        while ((number % factor).IsZero)
        {
            number /= factor;
        }

        return number;
    }

    // The digits times a power of ten, together at most 38 digits, which always fit.
    private UInt128 Scaled(int zeros)
    {
        var value = UInt128.Zero;
        for (var i = 0; i < Digits; i++)
        {
            value = (value * 10) + (UInt128)(Digit(i) - '0');
        }

        for (var i = 0; i < zeros; i++)
        {
            value *= 10;
        }

        return value;
    }

    // The digits as a whole number, or what remains of it, in time that grows with their number alone.
    private BigInteger Remainder(BigInteger? divisor)
    {
        if (divisor is { } small && small <= ulong.MaxValue / 10)
        {
            return Remainder((ulong)small);
        }

        var value = BigInteger.Zero;
        for (var at = 0; at < Digits; at += ChunkLength)
        {
            var chunk = Chunk(at, out var length);
            var unit = length == ChunkLength ? ChunkUnit : BigInteger.Pow(10, length);
            value = (value * unit) + chunk;
            value = divisor is { } by ? value % by : value;
        }

        return value;
    }

    private ulong Remainder(ulong divisor)
    {
        var value = 0UL;
        for (var i = 0; i < Digits; i++)
        {
            value = ((value * 10) + (ulong)(Digit(i) - '0')) % divisor;
        }

        return value;
    }
}
