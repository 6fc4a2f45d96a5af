using System.Text;

namespace Doku.Contracts.Generators.Printing;

/// <summary>Text from a schema as C#: literals and documentation. <see cref="Escapes"/> sees to it that text it stays.</summary>
internal static class SchemaText
{
    // A literal is broken where a line would get too long to read.
    private const int LongestPiece = 100;

    /// <summary>A string literal.</summary>
    public static string Literal(string value) => Join(value, "\"");

    /// <summary>A literal of UTF-8.</summary>
    public static string Utf8(string value) => Join(value, "\"u8");

    /// <summary>A character literal.</summary>
    public static string Character(char value) =>
        value switch
        {
            '\'' => "'\\''",
            '"' => "'\"'",
            _ => $"'{Escapes.Literal(value.ToString())}'",
        };

    /// <summary>The text of an XML documentation comment, on one line.</summary>
    public static string Xml(string value) => Escapes.Documentation(value);

    private static string Join(string value, string end)
    {
        var pieces = new StringBuilder("\"");
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (length >= LongestPiece && !char.IsLowSurrogate(value[i]))
            {
                pieces.Append(end).Append(" + \"");
                length = 0;
            }

            var escaped = Escapes.Literal(value.Substring(i, 1));
            pieces.Append(escaped);
            length += escaped.Length;
        }

        return pieces.Append(end).ToString();
    }
}
