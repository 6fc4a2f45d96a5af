using System.Text;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>
/// ECMA-262 to .NET: the two read a few signs differently. <c>$</c> must not match before a last newline, and
/// <c>\d</c>, <c>\w</c>, <c>\s</c> and <c>.</c> stand for ECMA-262's sets.
/// </summary>
public static class RegexTranslator
{
    private const string SpaceClass =
        @"\u0009-\u000D\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    public static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\' when i + 1 < pattern.Length:
                    i++;
                    result.Append(Escape(pattern[i], inClass));
                    break;
                case '[':
                    // .NET would take a bracket inside a class for the start of a subtraction.
                    result.Append(inClass ? @"\[" : "[");
                    inClass = true;
                    break;
                case ']':
                    result.Append(']');
                    inClass = false;
                    break;
                case '$' when !inClass:
                    result.Append(@"\z");
                    break;
                case '.' when !inClass:
                    result.Append(@"[^\n\r\u2028\u2029]");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    private static string Escape(char c, bool inClass) =>
        c switch
        {
            'd' => inClass ? "0-9" : "[0-9]",
            'D' => inClass ? @"\D" : "[^0-9]",
            'w' => inClass ? "0-9A-Z_a-z" : "[0-9A-Z_a-z]",
            'W' => inClass ? @"\W" : "[^0-9A-Z_a-z]",
            's' => inClass ? SpaceClass : $"[{SpaceClass}]",
            'S' => inClass ? @"\S" : $"[^{SpaceClass}]",
            '/' => "/",
            _ => "\\" + c,
        };
}
