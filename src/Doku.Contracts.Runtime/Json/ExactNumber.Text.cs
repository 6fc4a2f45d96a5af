using System.Text;

namespace Doku.Contracts.Runtime;

/// <content>The one text of a value.</content>
internal readonly ref partial struct ExactNumber
{
    // Every decimal is written without an exponent, as ContractWriter writes decimals.
    private const int MostZeros = MostDecimals;

    /// <summary>The number as JSON, the same for equal numbers.</summary>
    public byte[] ToUtf8()
    {
        if (IsZero)
        {
            return "0"u8.ToArray();
        }

        var digits = Encoding.ASCII.GetString(_whole) + Encoding.ASCII.GetString(_fraction);
        var sign = IsNegative ? "-" : "";
        return Encoding.ASCII.GetBytes(sign + Unsigned(digits));
    }

    private string Unsigned(string digits)
    {
        if (!_magnitude.IsHuge && Int128.Abs(_magnitude.Value) <= MostZeros + digits.Length)
        {
            var point = (int)_magnitude.Value;
            var zeros = Math.Max(point - digits.Length, -point);
            if (zeros <= MostZeros)
            {
                return point >= digits.Length ? digits + new string('0', zeros)
                    : point > 0 ? digits.Insert(point, ".")
                    : "0." + new string('0', zeros) + digits;
            }
        }

        var exponent = _magnitude.Plus(-1).ToString();
        return digits.Length == 1 ? $"{digits}e{exponent}" : $"{digits.Insert(1, ".")}e{exponent}";
    }
}
