using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>General categories, as the running framework knows them.</summary>
internal static class EcmaCategory
{
    public static UnicodeCategory Of(int codePoint) =>
#if NET
        CharUnicodeInfo.GetUnicodeCategory(codePoint);
#else
        codePoint <= char.MaxValue
            ? CharUnicodeInfo.GetUnicodeCategory((char)codePoint)
            : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);
#endif

    /// <summary>Unicode's ID_Start, and the two signs that ECMA-262 adds.</summary>
    public static bool StartsName(int codePoint) =>
        codePoint
            is '$'
                or '_'
                // Other_ID_Start: what once began an identifier still does.
                or 0x1885
                or 0x1886
                or 0x2118
                or 0x212E
                or 0x309B
                or 0x309C
        || (
            codePoint != 0x2E2F // A letter by category, but reserved for the syntax of patterns.
            && Of(codePoint)
                is UnicodeCategory.UppercaseLetter
                    or UnicodeCategory.LowercaseLetter
                    or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter
                    or UnicodeCategory.LetterNumber
        );

    /// <summary>Unicode's ID_Continue, and the signs that ECMA-262 adds.</summary>
    public static bool ContinuesName(int codePoint) =>
        StartsName(codePoint)
        || codePoint
            is 0x200C
                or 0x200D
                // Other_ID_Continue.
                or 0x00B7
                or 0x0387
                or (>= 0x1369 and <= 0x1371)
                or 0x19DA
                or 0x30FB
                or 0xFF65
        || Of(codePoint)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation;
}
