using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>The properties of Unicode that <c>\p{…}</c> may name, and which characters have them.</summary>
internal static class EcmaProperties
{
    /// <summary>The set without members.</summary>
    public static readonly EcmaSet Nothing = new([]);

    private static readonly EcmaSet AsciiHexDigit = new([
        new('0', '9'),
        new('A', 'F'),
        new('a', 'f'),
    ]);

    private static readonly EcmaSet JoinControl = new([new(0x200C, 0x200D)]);

    // U+FDD0 to U+FDEF, and the last two code points of each plane.
    private static readonly EcmaSet Noncharacter = new([
        new(0xFDD0, 0xFDEF),
        .. Enumerable
            .Range(0, 17)
            .Select(plane => new EcmaRange(plane * 0x10000 + 0xFFFE, plane * 0x10000 + 0xFFFF)),
    ]);

    private static readonly EcmaSet PatternWhiteSpace = new([
        new(0x09, 0x0D),
        new(0x20, 0x20),
        new(0x85, 0x85),
        new(0x200E, 0x200F),
        new(0x2028, 0x2029),
    ]);

    private static readonly EcmaSet RegionalIndicator = new([new(0x1F1E6, 0x1F1FF)]);

    private static readonly EcmaSet WhiteSpace = new([
        new(0x09, 0x0D),
        new(0x20, 0x20),
        new(0x85, 0x85),
        new(0xA0, 0xA0),
        new(0x1680, 0x1680),
        new(0x2000, 0x200A),
        new(0x2028, 0x2029),
        new(0x202F, 0x202F),
        new(0x205F, 0x205F),
        new(0x3000, 0x3000),
    ]);

    private static readonly Dictionary<string, uint> Categories = ReadCategories();

    // Besides categories: properties whose characters are the same in all versions of Unicode that .NET has known.
    private static readonly Dictionary<string, EcmaSet> Known = new(StringComparer.Ordinal)
    {
        ["Any"] = new(EcmaRanges.Everything),
        ["ASCII"] = new([new(0, 0x7F)]),
        ["Assigned"] = new(
            [],
            EcmaSet.AllCategories & ~(1u << (int)UnicodeCategory.OtherNotAssigned)
        ),
        ["ASCII_Hex_Digit"] = AsciiHexDigit,
        ["AHex"] = AsciiHexDigit,
        ["Join_Control"] = JoinControl,
        ["Join_C"] = JoinControl,
        ["Noncharacter_Code_Point"] = Noncharacter,
        ["NChar"] = Noncharacter,
        ["Pattern_White_Space"] = PatternWhiteSpace,
        ["Pat_WS"] = PatternWhiteSpace,
        ["Regional_Indicator"] = RegionalIndicator,
        ["RI"] = RegionalIndicator,
        ["White_Space"] = WhiteSpace,
        ["space"] = WhiteSpace,
    };

    /// <summary>Finds a property.</summary>
    /// <param name="text">What is between the braces: <c>Lu</c>, <c>gc=Lu</c>, <c>Script=Greek</c>.</param>
    /// <param name="set">The characters that have it; null when the framework doesn't know them.</param>
    /// <returns>Whether ECMA-262 has such a property.</returns>
    public static bool TryFind(string text, out EcmaSet? set)
    {
        set = null;
        var equals = text.IndexOf('=');
        var value = text.Substring(equals + 1);
        switch (equals < 0 ? null : text.Substring(0, equals))
        {
            case null when Known.TryGetValue(value, out set):
                return true;
            case null
            or "General_Category"
            or "gc" when Categories.TryGetValue(value, out var mask):
                set = new EcmaSet([], mask);
                return true;
            case null:
                return EcmaPropertyNames.IsBinary(value);
            case "Script" or "sc" or "Script_Extensions" or "scx":
                return EcmaPropertyNames.IsScript(value);
            default:
                return false;
        }
    }

    /// <summary>All characters that a property's set doesn't have.</summary>
    public static EcmaSet Complement(EcmaSet set) =>
        // Every code point has one category, so that the complement of some categories is the others.
        set.Categories == 0
            ? new EcmaSet(set.Ranges, isNegated: true)
            : new EcmaSet([], EcmaSet.AllCategories & ~set.Categories);

    private static Dictionary<string, uint> ReadCategories()
    {
        var masks = new Dictionary<string, uint>(StringComparer.Ordinal);
        for (var i = 0; i < EcmaPropertyNames.Categories.Count; i++)
        {
            foreach (var name in EcmaPropertyNames.Categories[i].Split(' '))
            {
                masks.Add(name, 1u << i);
            }
        }

        foreach (var (names, members) in EcmaPropertyNames.CategoryGroups)
        {
            var mask = members.Split(' ').Aggregate(0u, (all, member) => all | masks[member]);
            foreach (var name in names.Split(' '))
            {
                masks.Add(name, mask);
            }
        }

        return masks;
    }
}
