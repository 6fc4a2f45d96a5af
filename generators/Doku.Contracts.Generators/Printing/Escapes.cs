using System.Globalization;
using System.Text;

namespace Doku.Contracts.Generators.Printing;

/// <summary>
/// The one way by which a schema's text gets into generated code. C# ends a line, and with it a comment, at more
/// characters than <c>\n</c>; what followed one of them in a description would be compiled.
/// </summary>
internal static class Escapes
{
    /// <summary>A text for between the quotes of a literal: everything that isn't printable ASCII is escaped.</summary>
    public static string Literal(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    result.Append('\\').Append(c);
                    break;
                case >= ' ' and <= '~':
                    result.Append(c);
                    break;
                default:
                    AppendNumber(result, c);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>A text for an element of a documentation comment: on one line, well formed, and read as it is written.</summary>
    public static string Documentation(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\t':
                case var line when IsLineBreak(line):
                    result.Append(' ');
                    break;
                case var _ when !IsPrintable(text, i):
                    AppendNumber(result, text[i]);
                    break;
                default:
                    result.Append(text[i]);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>Makes sure that a line to print holds nothing that would end it or can't be seen in it.</summary>
    /// <exception cref="InvalidOperationException">Text of a schema is about to be printed without an escape.</exception>
    public static void EnsurePrintable(string text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (IsLineBreak(text[i]) || !IsPrintable(text, i))
            {
                throw new InvalidOperationException(
                    $"The character U+{((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)} is not escaped."
                );
            }
        }
    }

    private static bool IsLineBreak(char c) =>
        c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\u000B' or '\u000C';

    // The list is spelled out: the tables of Unicode differ between the frameworks that compilers run on, and the same
    // schemas must give the same bytes on each.
    private static bool IsPrintable(string text, int index) =>
        text[index] switch
        {
            < ' ' or (>= '\u007F' and <= '\u009F') => false,
            // Direction marks show a reader another order than the compiler's.
            '\u061C' or '\u200E' or '\u200F' => false,
            (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => false,
            // No characters of XML.
            '\uFEFF' or '\uFFFE' or '\uFFFF' => false,
            var c when char.IsHighSurrogate(c) => index + 1 < text.Length
                && char.IsLowSurrogate(text[index + 1]),
            var c when char.IsLowSurrogate(c) => index > 0 && char.IsHighSurrogate(text[index - 1]),
            _ => true,
        };

    private static void AppendNumber(StringBuilder result, char c) =>
        result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
}
