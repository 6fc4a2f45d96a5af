using System.Globalization;
using System.Text;

namespace Doku.Contracts.Generators.Printing;

/// <summary>Values as C# literals. Everything that isn't printable ASCII is escaped, so that no editor or encoding can change it.</summary>
internal static class Literals
{
    public static string Text(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            AppendEscaped(text, c);
        }

        return text.Append('"').ToString();
    }

    public static string Utf8(string value) => Text(value) + "u8";

    public static string Character(char value)
    {
        var text = new StringBuilder().Append('\'');
        if (value == '\'')
        {
            text.Append("\\'");
        }
        else
        {
            AppendEscaped(text, value);
        }

        return text.Append('\'').ToString();
    }

    public static string Number(decimal value) =>
        value.ToString(CultureInfo.InvariantCulture) + "m";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string WholeNumber(decimal value) =>
        decimal.Truncate(value).ToString("0", CultureInfo.InvariantCulture) + "L";

    private static void AppendEscaped(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case >= ' ' and <= '~':
                text.Append(c);
                break;
            default:
                text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
