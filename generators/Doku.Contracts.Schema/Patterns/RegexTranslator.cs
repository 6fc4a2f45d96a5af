using System.Text;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>
/// ECMA-262 to .NET: the two read a few signs differently. <c>$</c> must not match before a last newline;
/// <c>\d</c>, <c>\w</c>, <c>\s</c> and <c>.</c> stand for ECMA-262's sets; and a character beyond the first plane is one
/// character, not two halves.
/// </summary>
public static class RegexTranslator
{
    private const string Space =
        @"\u0009-\u000D\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    // What lies between the characters of white space.
    private const string NoSpace =
        @"\u0000-\u0008\u000E-\u001F\u0021-\u009F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uD7FF\uE000-\uFEFE\uFF00-\uFFFF";

    // What is outside a set may be a whole pair; halves by themselves are in no text.
    private const string Halves = @"\uD800-\uDFFF";
    private const string OrPair = @"]|[\uD800-\uDBFF][\uDC00-\uDFFF])";

    /// <summary>What makes a pattern one that the two engines read differently; null when nothing does.</summary>
    public static string? Fault(string pattern)
    {
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                c = pattern[++i];
                var isKnown = "dDwWsStnrfvxupP0123456789".IndexOf(c) >= 0 || (c == 'b' && inClass);
                if (c is < '\u0080' && char.IsLetterOrDigit(c) && !isKnown)
                {
                    return $"\\{c} means another thing, or nothing, in ECMA-262";
                }

                if (c == 'u' && i + 2 < pattern.Length && pattern[i + 1] is 'd' or 'D')
                {
                    if (
                        pattern[i + 2]
                        is (>= '8' and <= '9')
                            or (>= 'A' and <= 'F')
                            or (>= 'a' and <= 'f')
                    )
                    {
                        return "half of a character can't be matched; write the whole character";
                    }
                }
            }
            else if (!inClass && c == '[')
            {
                inClass = true;
                var members = Class(pattern, i);
                if (members.Length == 0)
                {
                    return "a class of no characters matches nothing";
                }

                if (members[0] == '^' && HasComplement(members))
                {
                    return @"\D, \W and \S in a class that begins with ^ can't be expressed";
                }
            }
            else if (inClass && char.IsSurrogate(c))
            {
                return "a character beyond U+FFFF in a class can't be matched together with groups or counts";
            }
            else
            {
                inClass = inClass && c != ']';
            }
        }

        return null;
    }

    public static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        var end = "";
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\' when i + 1 < pattern.Length:
                    i++;
                    result.Append(Escape(pattern[i], inClass));
                    break;
                case '[' when inClass:
                    // .NET would take a bracket inside a class for the start of a subtraction.
                    result.Append(@"\[");
                    break;
                case '[':
                    inClass = true;
                    var members = Class(pattern, i);
                    var isNegated = members.Length > 0 && members[0] == '^';
                    var isWide = isNegated || HasComplement(members);
                    result.Append(isWide ? "(?:[" : "[");
                    end =
                        isNegated ? Halves + OrPair
                        : isWide ? OrPair
                        : "]";
                    break;
                case ']' when inClass:
                    result.Append(end);
                    inClass = false;
                    break;
                case '$' when !inClass:
                    result.Append(@"\z");
                    break;
                case '.' when !inClass:
                    result.Append(@"(?:[^\n\r\u2028\u2029" + Halves + OrPair);
                    break;
                case var _ when char.IsHighSurrogate(c) && i + 1 < pattern.Length:
                    // Together, so that a count behind it counts the whole.
                    result.Append("(?:").Append(c).Append(pattern[++i]).Append(')');
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
            'D' => inClass ? @"\u0000-/:-\uD7FF\uE000-\uFFFF" : "(?:[^0-9" + Halves + OrPair,
            'w' => inClass ? "0-9A-Z_a-z" : "[0-9A-Z_a-z]",
            'W' => inClass
                ? @"\u0000-/:-@\[-\^`{-\uD7FF\uE000-\uFFFF"
                : "(?:[^0-9A-Z_a-z" + Halves + OrPair,
            's' => inClass ? Space : $"[{Space}]",
            'S' => inClass ? NoSpace : $"(?:[^{Space}{Halves}{OrPair}",
            '/' => "/",
            _ => "\\" + c,
        };

    /// <summary>What stands between the brackets of the class that begins at a place.</summary>
    private static string Class(string pattern, int at)
    {
        var end = at + 1;
        while (end < pattern.Length && pattern[end] != ']')
        {
            end += pattern[end] == '\\' ? 2 : 1;
        }

        return pattern.Substring(at + 1, Math.Min(end, pattern.Length) - at - 1);
    }

    private static bool HasComplement(string members)
    {
        for (var i = 0; i + 1 < members.Length; i++)
        {
            if (members[i] == '\\' && members[++i] is 'D' or 'W' or 'S')
            {
                return true;
            }
        }

        return false;
    }
}
