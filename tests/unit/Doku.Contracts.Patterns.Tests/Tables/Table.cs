using System.Globalization;
using System.Text.RegularExpressions;

namespace Doku.Contracts.Patterns.Tests.Tables;

/// <summary>Rows of cells between tabs. A cell that isn't a pattern has <c>\u{…}</c> for what an editor might change.</summary>
internal static partial class Table
{
    public static IReadOnlyList<string[]> Rows(string file) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tables", file))
                .Select(line => line.Split('\t')),
        ];

    public static string Text(string cell) =>
        Escape()
            .Replace(
                cell,
                found =>
                {
                    var codePoint = int.Parse(
                        found.Groups[1].ValueSpan,
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture
                    );
                    // An unpaired surrogate is a text here, though no Unicode scalar value.
                    return codePoint <= char.MaxValue
                        ? ((char)codePoint).ToString()
                        : char.ConvertFromUtf32(codePoint);
                }
            );

    [GeneratedRegex(@"\\u\{([0-9A-F]+)\}")]
    private static partial Regex Escape();
}
