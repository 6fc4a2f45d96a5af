namespace Doku.Contracts.Runtime;

/// <summary>RFC 3492: code points as letters, digits and hyphens. Nothing longer than a label is taken or made.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int MinThreshold = 1;
    private const int MaxThreshold = 26;
    private const int FirstBias = 72;
    private const int FirstCodePoint = 0x80;

    /// <summary>Decodes what follows <c>xn--</c>, in lower case.</summary>
    /// <param name="text">ASCII.</param>
    /// <param name="points">Where the code points go.</param>
    /// <returns>How many code points there are; -1 when the text is wrong or they are too many.</returns>
    public static int Decode(ReadOnlySpan<char> text, Span<int> points)
    {
        var basic = Math.Max(text.LastIndexOf('-'), 0);
        if (basic > points.Length)
        {
            return -1;
        }

        for (var i = 0; i < basic; i++)
        {
            points[i] = text[i];
        }

        var (count, at) = (basic, basic > 0 ? basic + 1 : 0);
        var (point, index, bias) = ((long)FirstCodePoint, 0L, FirstBias);
        while (at < text.Length)
        {
            var before = index;
            if (!TryReadDelta(text, ref at, ref index, bias) || count == points.Length)
            {
                return -1;
            }

            count++;
            bias = Adapt(index - before, count, before == 0);
            point += index / count;
            index %= count;
            if (point > 0x10FFFF || point is >= 0xD800 and <= 0xDFFF)
            {
                return -1;
            }

            points[(int)index..(count - 1)].CopyTo(points[((int)index + 1)..]);
            points[(int)index++] = (int)point;
        }

        return count;
    }

    /// <summary>Encodes a label, without <c>xn--</c>.</summary>
    /// <returns>How many characters there are; -1 when they are too many for <paramref name="to"/>.</returns>
    public static int Encode(ReadOnlySpan<int> points, Span<char> to)
    {
        var length = 0;
        foreach (var point in points)
        {
            if (point < FirstCodePoint && !TryAppend(to, ref length, (char)point))
            {
                return -1;
            }
        }

        var basic = length;
        if (basic > 0 && !TryAppend(to, ref length, '-'))
        {
            return -1;
        }

        var (least, delta, bias, done) = (FirstCodePoint, 0L, FirstBias, basic);
        while (done < points.Length)
        {
            var next = Next(points, least);
            delta += (long)(next - least) * (done + 1);
            foreach (var point in points)
            {
                delta += point < next ? 1 : 0;
                if (point == next)
                {
                    if (!TryWriteDelta(delta, bias, to, ref length))
                    {
                        return -1;
                    }

                    bias = Adapt(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }

            delta++;
            least = next + 1;
        }

        return length;
    }

    private static bool TryReadDelta(ReadOnlySpan<char> text, ref int at, ref long index, int bias)
    {
        var weight = 1L;
        for (var k = Base; at < text.Length; k += Base)
        {
            var digit = Digit(text[at++]);
            index += digit * weight;
            if (digit < 0 || index > int.MaxValue)
            {
                return false;
            }

            var threshold = Threshold(k, bias);
            if (digit < threshold)
            {
                return true;
            }

            weight *= Base - threshold;
            if (weight > int.MaxValue)
            {
                return false;
            }
        }

        return false;
    }

    private static bool TryWriteDelta(long delta, int bias, Span<char> to, ref int length)
    {
        for (var k = Base; ; k += Base)
        {
            var threshold = Threshold(k, bias);
            if (delta < threshold)
            {
                return TryAppend(to, ref length, Letter(delta));
            }

            var rest = delta - threshold;
            if (!TryAppend(to, ref length, Letter(threshold + (rest % (Base - threshold)))))
            {
                return false;
            }

            delta = rest / (Base - threshold);
        }
    }

    private static bool TryAppend(Span<char> to, ref int length, char letter)
    {
        if (length == to.Length)
        {
            return false;
        }

        to[length++] = letter;
        return true;
    }

    private static int Next(ReadOnlySpan<int> points, int least)
    {
        var next = int.MaxValue;
        foreach (var point in points)
        {
            next = point >= least ? Math.Min(next, point) : next;
        }

        return next;
    }

    private static int Threshold(int k, int bias) =>
        Math.Clamp(k - bias, MinThreshold, MaxThreshold);

    private static int Adapt(long delta, int count, bool isFirst)
    {
        const int Skew = 38;
        const int Damp = 700;
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - MinThreshold) * MaxThreshold / 2; k += Base)
        {
            delta /= Base - MinThreshold;
        }

        return k + (int)((Base - MinThreshold + 1) * delta / (delta + Skew));
    }

    private static int Digit(char letter) =>
        letter switch
        {
            >= 'a' and <= 'z' => letter - 'a',
            >= '0' and <= '9' => letter - '0' + 26,
            _ => -1,
        };

    private static char Letter(long digit) => (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);
}
