using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>Characters that a label may have in some places only: RFC 5892, appendix A.</summary>
internal static class IdnaContext
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Whether the place decides if a character is allowed.</summary>
    public static bool Decides(int point) =>
        point
            is ZeroWidthNonJoiner
                or ZeroWidthJoiner
                or 0xB7
                or 0x375
                or 0x5F3
                or 0x5F4
                or 0x30FB
                or (>= 0x660 and <= 0x669)
                or (>= 0x6F0 and <= 0x6F9);

    /// <summary>Whether such a character is allowed in its place.</summary>
    public static bool Allows(ReadOnlySpan<int> points, int at) =>
        points[at] switch
        {
            ZeroWidthNonJoiner => IsBehindVirama(points, at) || IsBetweenJoined(points, at),
            ZeroWidthJoiner => IsBehindVirama(points, at),
            // The middle dot of Catalan.
            0xB7 => at > 0
                && at + 1 < points.Length
                && points[at - 1] == 'l'
                && points[at + 1] == 'l',
            0x375 => at + 1 < points.Length && Has(IdnaTables.Greek, points[at + 1]),
            0x5F3 or 0x5F4 => at > 0 && Has(IdnaTables.Hebrew, points[at - 1]),
            0x30FB => HasJapanese(points),
            >= 0x660 and <= 0x669 => !points.ContainsAnyInRange(0x6F0, 0x6F9),
            >= 0x6F0 and <= 0x6F9 => !points.ContainsAnyInRange(0x660, 0x669),
            _ => false,
        };

    private static bool IsBehindVirama(ReadOnlySpan<int> points, int at) =>
        at > 0 && Has(IdnaTables.Viramas, points[at - 1]);

    private static bool IsBetweenJoined(ReadOnlySpan<int> points, int at)
    {
        var before = at - 1;
        while (before >= 0 && IsTransparent(points[before]))
        {
            before--;
        }

        var after = at + 1;
        while (after < points.Length && IsTransparent(points[after]))
        {
            after++;
        }

        return before >= 0
            && after < points.Length
            && Has(IdnaTables.JoinsNext, points[before])
            && Has(IdnaTables.JoinsPrevious, points[after]);
    }

    private static bool IsTransparent(int point) =>
        CharUnicodeInfo.GetUnicodeCategory(point)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark;

    private static bool HasJapanese(ReadOnlySpan<int> points)
    {
        foreach (var point in points)
        {
            if (Has(IdnaTables.Japanese, point))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(CharacterSet set, int point) => set.Contains(new Rune(point));
}
