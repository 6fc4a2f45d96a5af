namespace Doku.Contracts.Runtime;

/// <summary>Sets of code points as ascending ranges that don't touch, and the sets that ECMA-262 has signs for.</summary>
internal static class EcmaRanges
{
    public const int LastCodePoint = 0x10FFFF;

    public static readonly IReadOnlyList<EcmaRange> Everything = [new(0, LastCodePoint)];

    public static readonly IReadOnlyList<EcmaRange> Digits = [new('0', '9')];

    public static readonly IReadOnlyList<EcmaRange> Word =
    [
        new('0', '9'),
        new('A', 'Z'),
        new('_', '_'),
        new('a', 'z'),
    ];

    /// <summary>ECMA-262's WhiteSpace and LineTerminator, which isn't Unicode's White_Space.</summary>
    public static readonly IReadOnlyList<EcmaRange> Space =
    [
        new(0x09, 0x0D),
        new(0x20, 0x20),
        new(0xA0, 0xA0),
        new(0x1680, 0x1680),
        new(0x2000, 0x200A),
        new(0x2028, 0x2029),
        new(0x202F, 0x202F),
        new(0x205F, 0x205F),
        new(0x3000, 0x3000),
        new(0xFEFF, 0xFEFF),
    ];

    public static readonly IReadOnlyList<EcmaRange> LineTerminators =
    [
        new('\n', '\n'),
        new('\r', '\r'),
        new(0x2028, 0x2029),
    ];

    /// <summary>The same code points in order, with ranges that overlap or touch made one.</summary>
    public static List<EcmaRange> Normalize(IEnumerable<EcmaRange> ranges)
    {
        var result = new List<EcmaRange>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            if (result.Count > 0 && range.First <= result[result.Count - 1].Last + 1)
            {
                var last = result[result.Count - 1];
                result[result.Count - 1] = last with { Last = Math.Max(last.Last, range.Last) };
            }
            else
            {
                result.Add(range);
            }
        }

        return result;
    }

    /// <summary>Every code point that isn't in the set.</summary>
    public static List<EcmaRange> Complement(IEnumerable<EcmaRange> ranges)
    {
        var result = new List<EcmaRange>();
        var next = 0;
        foreach (var range in Normalize(ranges))
        {
            if (range.First > next)
            {
                result.Add(new EcmaRange(next, range.First - 1));
            }

            next = range.Last + 1;
        }

        if (next <= LastCodePoint)
        {
            result.Add(new EcmaRange(next, LastCodePoint));
        }

        return result;
    }

    /// <summary>What ranges in order have in common with one range.</summary>
    public static IEnumerable<EcmaRange> Within(IReadOnlyList<EcmaRange> ranges, EcmaRange limits)
    {
        foreach (var range in ranges)
        {
            var first = Math.Max(range.First, limits.First);
            var last = Math.Min(range.Last, limits.Last);
            if (first <= last)
            {
                yield return new EcmaRange(first, last);
            }
        }
    }

    /// <summary>Whether ranges in order have a code point.</summary>
    public static bool Contains(IReadOnlyList<EcmaRange> ranges, int codePoint)
    {
        var (low, high) = (0, ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (codePoint > ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
