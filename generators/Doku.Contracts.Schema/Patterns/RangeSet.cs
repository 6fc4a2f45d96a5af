using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>Sets of code points as ascending ranges that don't touch.</summary>
internal static class RangeSet
{
    public const int LastCodePoint = 0x10FFFF;

    public static readonly IReadOnlyList<CodePointRange> Digits = [new('0', '9')];

    public static readonly IReadOnlyList<CodePointRange> Word =
    [
        new('0', '9'),
        new('A', 'Z'),
        new('_', '_'),
        new('a', 'z'),
    ];

    /// <summary>ECMA-262's WhiteSpace and LineTerminator.</summary>
    public static readonly IReadOnlyList<CodePointRange> Space =
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

    public static readonly IReadOnlyList<CodePointRange> LineTerminators =
    [
        new('\n', '\n'),
        new('\r', '\r'),
        new(0x2028, 0x2029),
    ];

    public static List<CodePointRange> Normalize(IEnumerable<CodePointRange> ranges)
    {
        var result = new List<CodePointRange>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            if (result.Count > 0 && range.First <= result[result.Count - 1].Last + 1)
            {
                var last = result[result.Count - 1];
                result[result.Count - 1] = new CodePointRange(
                    last.First,
                    Math.Max(last.Last, range.Last)
                );
            }
            else
            {
                result.Add(range);
            }
        }

        return result;
    }

    /// <summary>Every code point that isn't in the set.</summary>
    public static List<CodePointRange> Complement(IEnumerable<CodePointRange> ranges)
    {
        var result = new List<CodePointRange>();
        var next = 0;
        foreach (var range in Normalize(ranges))
        {
            if (range.First > next)
            {
                result.Add(new CodePointRange(next, range.First - 1));
            }

            next = range.Last + 1;
        }

        if (next <= LastCodePoint)
        {
            result.Add(new CodePointRange(next, LastCodePoint));
        }

        return result;
    }

    public static bool Overlap(
        IReadOnlyList<CodePointRange> left,
        IReadOnlyList<CodePointRange> right
    ) => left.Any(l => right.Any(r => l.First <= r.Last && r.First <= l.Last));
}
