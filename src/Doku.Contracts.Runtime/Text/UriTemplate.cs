namespace Doku.Contracts.Runtime;

/// <summary>The grammar of RFC 6570, section 2.</summary>
internal static class UriTemplate
{
    private const int LongestPrefix = 4;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('{', '}') is var brace and >= 0)
        {
            var length = text[brace..].IndexOf('}');
            // A closing brace that nothing opens is found at once, with nothing before it.
            if (
                length < 2
                || !IsLiteral(text[..brace])
                || !IsExpression(text.Slice(brace + 1, length - 1))
            )
            {
                return false;
            }

            text = text[(brace + length + 1)..];
        }

        return IsLiteral(text);
    }

    private static bool IsLiteral(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (!UriSyntax.IsEscape(text[i..]))
                {
                    return false;
                }
            }
            else if (text[i] >= 0x80)
            {
                var width = UriSyntax.InternationalLength(text[i..], isPrivateAllowed: true);
                if (width == 0)
                {
                    return false;
                }

                i += width - 1;
            }
            else if (text[i] <= ' ' || "\"<>\\^`|\x7F".Contains(text[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsExpression(ReadOnlySpan<char> text)
    {
        var variables = "+#./;?&=,!@|".Contains(text[0], StringComparison.Ordinal)
            ? text[1..]
            : text;
        foreach (var range in variables.Split(','))
        {
            if (!IsVariable(variables[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVariable(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon >= 0)
        {
            var prefix = text[(colon + 1)..];
            return prefix.Length is > 0 and <= LongestPrefix
                && prefix[0] != '0'
                && !prefix.ContainsAnyExceptInRange('0', '9')
                && IsName(text[..colon]);
        }

        return IsName(text.EndsWith("*") ? text[..^1] : text);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        var previous = '.';
        for (var i = 0; i < text.Length; i++)
        {
            previous = text[i];
            if (previous == '.' ? i == 0 || text[i - 1] == '.' : !IsNameCharacter(text, ref i))
            {
                return false;
            }
        }

        return previous != '.';
    }

    private static bool IsNameCharacter(ReadOnlySpan<char> text, ref int at)
    {
        if (text[at] != '%')
        {
            return char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_';
        }

        var isEscape = UriSyntax.IsEscape(text[at..]);
        at += 2;
        return isEscape;
    }
}
