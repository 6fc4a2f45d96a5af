using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>
/// What a label in Unicode may be made of: RFC 5891, section 4.2, and RFC 5892. That it is in the normal form NFC isn't
/// asked: a program without ICU, which many containers are, couldn't tell.
/// </summary>
internal static class IdnaLabel
{
    public static bool IsValid(ReadOnlySpan<int> points)
    {
        if (
            points[0] == '-'
            || points[^1] == '-'
            || (points.Length >= 4 && points[2] == '-' && points[3] == '-')
            || IsMark(CharUnicodeInfo.GetUnicodeCategory(points[0]))
        )
        {
            return false;
        }

        for (var i = 0; i < points.Length; i++)
        {
            if (!IsAllowed(points[i]) && !IdnaContext.Allows(points, i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllowed(int point)
    {
        if (point < 0x80)
        {
            return point == '-'
                || char.IsAsciiDigit((char)point)
                || char.IsAsciiLetterLower((char)point);
        }

        if (IdnaContext.Decides(point))
        {
            return false;
        }

        var character = new Rune(point);
        return IdnaTables.Allowed.Contains(character)
            || (
                CharUnicodeInfo.GetUnicodeCategory(point)
                    is UnicodeCategory.LowercaseLetter
                        or UnicodeCategory.ModifierLetter
                        or UnicodeCategory.OtherLetter
                        or UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.DecimalDigitNumber
                && !IdnaTables.Disallowed.Contains(character)
            );
    }

    private static bool IsMark(UnicodeCategory category) =>
        category
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
