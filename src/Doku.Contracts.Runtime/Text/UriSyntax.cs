using System.Buffers;
using System.Net;

namespace Doku.Contracts.Runtime;

/// <summary>The grammar of RFC 3986. The framework's parser is laxer in places (spaces, quotes), and it allocates.</summary>
internal static class UriSyntax
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string UnreservedAndSubDelimiters = Letters + Digits + "-._~!$&'()*+,;=";

    private static readonly SearchValues<char> Scheme = SearchValues.Create(
        Letters + Digits + "+-."
    );
    private static readonly SearchValues<char> UserInfo = SearchValues.Create(
        UnreservedAndSubDelimiters + ":%"
    );
    private static readonly SearchValues<char> RegName = SearchValues.Create(
        UnreservedAndSubDelimiters + "%"
    );
    private static readonly SearchValues<char> Path = SearchValues.Create(
        UnreservedAndSubDelimiters + ":@/%"
    );
    private static readonly SearchValues<char> Query = SearchValues.Create(
        UnreservedAndSubDelimiters + ":@/?%"
    );

    // What a plain web address is made of behind its scheme: no escape, fragment or literal address.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        UnreservedAndSubDelimiters + ":@/?"
    );

    public static bool IsAbsolute(ReadOnlySpan<char> text) => IsPlainWeb(text) || IsAny(text);

    // Settles nearly every address that a shop sends in two searches; what it can't, the whole grammar must.
    private static bool IsPlainWeb(ReadOnlySpan<char> text)
    {
        var scheme =
            text.StartsWith("https://") ? 8
            : text.StartsWith("http://") ? 7
            : 0;
        var rest = text[scheme..];
        if (scheme == 0 || rest.ContainsAnyExcept(Plain))
        {
            return false;
        }

        // The host ends where path or query begin; a colon or an at sign before that is a port's or a user's.
        var end = rest.IndexOfAny("/?:@");
        return end < 0 ? !rest.IsEmpty : end > 0 && rest[end] is ('/' or '?');
    }

    private static bool IsAny(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (
            colon <= 0
            || !char.IsAsciiLetter(text[0])
            || text[..colon].ContainsAnyExcept(Scheme)
            || !HasWholeEscapes(text)
        )
        {
            return false;
        }

        var rest = text[(colon + 1)..];
        if (!TrySplit(ref rest, '#', Query) || !TrySplit(ref rest, '?', Query))
        {
            return false;
        }

        var isWeb =
            text[..colon].Equals("http", StringComparison.OrdinalIgnoreCase)
            || text[..colon].Equals("https", StringComparison.OrdinalIgnoreCase);
        if (!rest.StartsWith("//"))
        {
            return !isWeb && !rest.ContainsAnyExcept(Path);
        }

        var authority = rest[2..];
        var slash = authority.IndexOf('/');
        var path = slash < 0 ? [] : authority[slash..];
        authority = slash < 0 ? authority : authority[..slash];
        return !path.ContainsAnyExcept(Path) && IsAuthority(authority, isWeb);
    }

    // Cuts off what follows a sign, and checks it.
    private static bool TrySplit(ref ReadOnlySpan<char> text, char sign, SearchValues<char> allowed)
    {
        var at = text.IndexOf(sign);
        if (at < 0)
        {
            return true;
        }

        var tail = text[(at + 1)..];
        text = text[..at];
        return !tail.ContainsAnyExcept(allowed);
    }

    private static bool IsAuthority(ReadOnlySpan<char> authority, bool needsHost)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            if (authority[..at].ContainsAnyExcept(UserInfo))
            {
                return false;
            }

            authority = authority[(at + 1)..];
        }

        var isLiteral = authority.StartsWith("[");
        var colon = isLiteral ? authority.IndexOf("]:") + 1 : authority.IndexOf(':');
        var hasPort = isLiteral ? colon > 0 : colon >= 0;
        var host = hasPort ? authority[..colon] : authority;
        if (hasPort && authority[(colon + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        return isLiteral
            ? host.EndsWith("]") && IPAddress.TryParse(host[1..^1], out _) && host.Contains(':')
            : !(needsHost && host.IsEmpty) && !host.ContainsAnyExcept(RegName);
    }

    private static bool HasWholeEscapes(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('%'); i >= 0; )
        {
            if (
                i + 2 >= text.Length
                || !char.IsAsciiHexDigit(text[i + 1])
                || !char.IsAsciiHexDigit(text[i + 2])
            )
            {
                return false;
            }

            var next = text[(i + 3)..].IndexOf('%');
            i = next < 0 ? -1 : i + 3 + next;
        }

        return true;
    }
}
