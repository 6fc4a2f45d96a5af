using System.Text;

namespace Doku.Contracts.Generators.Tests.Hostile;

/// <summary>Texts that would end a comment or a literal, and plant a class, if they were printed as they are.</summary>
internal static class HostileTexts
{
    /// <summary>What ends a line in C#, in Unicode, or in someone's editor.</summary>
    private static readonly string[] Breaks =
    [
        "\n",
        "\r",
        "\r\n",
        "\u0085",
        "\u2028",
        "\u2029",
        "\u000B",
        "\u000C",
    ];

    private static readonly string[] Signs =
    [
        "'",
        "\"",
        "`",
        "\u2018",
        "\u2019",
        "\u201C",
        "\u201D",
        "\u00AB",
        "\uFF02",
        "\"\"",
        "\"\"\"",
        "$\"\"\"",
        "@\"",
        "//",
        "///",
        "/*",
        "*/",
        "#",
        "{",
        "}",
        "{{",
        "}}",
        "{0}",
        "\\",
        "\\\"",
        "\\u000A",
        "\\u2028",
        "\\r\\n",
        "<summary>",
        "</summary>",
        "</remarks></c></example>",
        "<see cref=\"System.Object\"/>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&",
        "&#10;",
        "&#x2028;",
        "&lt;",
        "%0A",
        "\t",
        "\0",
        "\u0001",
        "\u001A",
        "\u001B",
        "\u007F",
        "\u009F",
        "\u00AD",
        "\uFEFF",
        "\uFFFE",
        "\uFFFF",
        "\u061C",
        "\u200B",
        "\u200D",
        "\u200E",
        "\u200F",
        "\u202A",
        "\u202B",
        "\u202C",
        "\u202D",
        "\u202E",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
        "\U0001F600",
        "\U000E0041",
    ];

    private static readonly string[] Code =
    [
        "public class Injected { }",
        "} public class Injected { }",
        "\"; } } public class Injected { } //",
        "*/ public class Injected { } /*",
        "#if false",
        "#endif",
        "#pragma warning disable",
        "#line 1 \"elsewhere.cs\"",
        "#region",
        "#error planted",
        "[assembly: System.CLSCompliant(true)]",
    ];

    /// <summary>Every break before every piece of code, and every sign by itself and around a class.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Breaks
            .Concat(Signs)
            .Concat(
                Breaks.Concat(Signs).Select(sign => $"x{sign}public class Injected {{ }}{sign}y")
            )
            .Concat(Breaks.SelectMany(line => Code.Select(code => $"x{line}{code}{line}y")))
            .Distinct(),
    ];

    /// <summary>Texts put together by chance; the same seed gives the same texts.</summary>
    public static IEnumerable<string> Random(int seed, int count)
    {
        var random = new Random(seed);
        string[] pieces = [.. Breaks, .. Breaks, .. Signs, .. Code, "a", "Z", "0", " ", "é", "名"];
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 12); length > 0; length--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            yield return text.ToString();
        }
    }

    /// <summary>A text as it can be read: every character that isn't plain ASCII by its number.</summary>
    public static string Shown(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));

    /// <summary>A text between the quotes of a JSON string, with no more escapes than JSON asks for.</summary>
    public static string Json(string text) =>
        string.Concat(
            text.Select(c =>
                c is '"' or '\\' ? "\\" + c
                : c < ' ' ? $"\\u{(int)c:X4}"
                : c.ToString()
            )
        );
}
