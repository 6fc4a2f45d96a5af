using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>
/// A set of code points: ranges and general categories, or everything but those. Categories stay names, because which
/// characters belong to them depends on the Unicode version of the framework that matches.
/// </summary>
internal sealed class EcmaSet
{
    /// <summary>The bits of all general categories: every code point has exactly one.</summary>
    public const uint AllCategories = (1u << ((int)UnicodeCategory.OtherNotAssigned + 1)) - 1;

    public EcmaSet(IEnumerable<EcmaRange> ranges, uint categories = 0, bool isNegated = false)
    {
        if (categories == AllCategories)
        {
            (ranges, categories) = (EcmaRanges.Everything, 0);
        }

        // Only with categories is a complement something that ranges can't say.
        IsNegated = isNegated && categories != 0;
        Ranges =
            isNegated && !IsNegated ? EcmaRanges.Complement(ranges) : EcmaRanges.Normalize(ranges);
        Categories = categories;
    }

    /// <summary>Ascending ranges that don't touch.</summary>
    public IReadOnlyList<EcmaRange> Ranges { get; }

    /// <summary>One bit for each <see cref="UnicodeCategory"/> whose characters are all named.</summary>
    public uint Categories { get; }

    /// <summary>Whether the set is everything but what is named. Never so without categories.</summary>
    public bool IsNegated { get; }

    public bool Contains(int codePoint, UnicodeCategory category) =>
        (EcmaRanges.Contains(Ranges, codePoint) || (Categories >> (int)category & 1) != 0)
        != IsNegated;
}
