using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>The Bidi rule of RFC 5893, section 2: labels of a name that runs from right to left somewhere.</summary>
internal static class IdnaBidi
{
    private enum Direction
    {
        Left,
        Right,
        EuropeanNumber,
        ArabicNumber,
        Mark,
        Neutral,
    }

    /// <summary>Whether a label makes the name one that runs from right to left.</summary>
    public static bool IsRightToLeft(ReadOnlySpan<int> points)
    {
        foreach (var point in points)
        {
            if (DirectionOf(point) is Direction.Right or Direction.ArabicNumber)
            {
                return true;
            }
        }

        return false;
    }

    public static bool Allows(ReadOnlySpan<int> points)
    {
        var first = DirectionOf(points[0]);
        if (first is not (Direction.Left or Direction.Right))
        {
            return false;
        }

        var (last, hasEuropean, hasArabic) = (first, false, false);
        foreach (var point in points)
        {
            var direction = DirectionOf(point);
            hasEuropean |= direction == Direction.EuropeanNumber;
            hasArabic |= direction == Direction.ArabicNumber;
            last = direction == Direction.Mark ? last : direction;
            if (
                first == Direction.Right
                    ? direction == Direction.Left
                    : direction is Direction.Right or Direction.ArabicNumber
            )
            {
                return false;
            }
        }

        return last != Direction.Neutral && !(first == Direction.Right && hasEuropean && hasArabic);
    }

    // Of the characters that a label may have; all others are refused before.
    private static Direction DirectionOf(int point)
    {
        switch (point)
        {
            case >= '0' and <= '9' or >= 0x6F0 and <= 0x6F9:
                return Direction.EuropeanNumber;
            case >= 0x660 and <= 0x669 or >= 0x10D30 and <= 0x10D39:
                return Direction.ArabicNumber;
            case '-' or 0xB7 or 0x375 or 0x30FB or 0x200C or 0x200D:
            case 0x2B9 or 0x2BA or >= 0x2C6 and <= 0x2CF or 0x2EC or 0x2E2F:
            case 0xA67F or >= 0xA717 and <= 0xA71F or 0xA788:
                return Direction.Neutral;
            case 0xCBF or 0xCC6 or 0x11A07 or 0x11A08 or 0x11C3F:
                return Direction.Left;
            default:
                return CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.NonSpacingMark
                        ? Direction.Mark
                    : IdnaTables.RightToLeft.Contains(new Rune(point)) ? Direction.Right
                    : Direction.Left;
        }
    }
}
