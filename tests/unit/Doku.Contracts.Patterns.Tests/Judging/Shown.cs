using System.Globalization;

namespace Doku.Contracts.Patterns.Tests.Judging;

/// <summary>Texts as a failing test shows them: printable ASCII as it is, everything else by its number.</summary>
internal static class Shown
{
    public static string Of(string text) =>
        "«"
        + string.Concat(
            text.Select(c =>
                c is >= ' ' and <= '~'
                    ? c.ToString()
                    : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
            )
        )
        + "»";
}
