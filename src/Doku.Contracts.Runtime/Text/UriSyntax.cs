using System.Buffers;

namespace Doku.Contracts.Runtime;

/// <summary>
/// The grammar of RFC 3986, and of RFC 3987 for what goes beyond ASCII. The framework's parser is laxer in places
/// (spaces, quotes), and it allocates.
/// </summary>
internal static partial class UriSyntax
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

    public static bool IsAbsolute(ReadOnlySpan<char> text, bool isIri) =>
        IsPlainWeb(text) || IsAny(text, isIri);

    public static bool IsReference(ReadOnlySpan<char> text, bool isIri) =>
        IsAbsolute(text, isIri) || IsRelative(text, isIri);

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

    private static bool IsAny(ReadOnlySpan<char> text, bool isIri)
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
        if (!TryTakeTail(ref rest, isIri))
        {
            return false;
        }

        var isWeb =
            text[..colon].Equals("http", StringComparison.OrdinalIgnoreCase)
            || text[..colon].Equals("https", StringComparison.OrdinalIgnoreCase);
        return rest.StartsWith("//")
            ? HasAuthority(rest[2..], isWeb, isIri)
            : !isWeb && IsMadeOf(rest, Path, isIri);
    }

    private static bool IsRelative(ReadOnlySpan<char> text, bool isIri)
    {
        if (!HasWholeEscapes(text) || !TryTakeTail(ref text, isIri))
        {
            return false;
        }

        if (text.StartsWith("//"))
        {
            return HasAuthority(text[2..], needsHost: false, isIri);
        }

        // A colon in the first segment would make what is before it a scheme.
        var slash = text.IndexOf('/');
        return !(slash < 0 ? text : text[..slash]).Contains(':') && IsMadeOf(text, Path, isIri);
    }

    // Cuts off query and fragment, and checks them.
    private static bool TryTakeTail(ref ReadOnlySpan<char> text, bool isIri)
    {
        var fragment = text.IndexOf('#');
        if (fragment >= 0)
        {
            if (!IsMadeOf(text[(fragment + 1)..], Query, isIri))
            {
                return false;
            }

            text = text[..fragment];
        }

        var query = text.IndexOf('?');
        if (query < 0)
        {
            return true;
        }

        var tail = text[(query + 1)..];
        text = text[..query];
        return IsMadeOf(tail, Query, isIri, isPrivateAllowed: true);
    }

    private static bool HasAuthority(ReadOnlySpan<char> rest, bool needsHost, bool isIri)
    {
        var slash = rest.IndexOf('/');
        var path = slash < 0 ? [] : rest[slash..];
        var authority = slash < 0 ? rest : rest[..slash];
        return IsMadeOf(path, Path, isIri) && IsAuthority(authority, needsHost, isIri);
    }

    private static bool IsAuthority(ReadOnlySpan<char> authority, bool needsHost, bool isIri)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            if (!IsMadeOf(authority[..at], UserInfo, isIri))
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
            ? IsLiteral(host)
            : !(needsHost && host.IsEmpty) && IsMadeOf(host, RegName, isIri);
    }

    private static bool IsLiteral(ReadOnlySpan<char> host)
    {
        if (host.Length < 2 || host[^1] != ']')
        {
            return false;
        }

        var address = host[1..^1];
        if (!address.StartsWith("v", StringComparison.OrdinalIgnoreCase))
        {
            return TextFormats.IsIpv6(address);
        }

        // An address of a version yet to come.
        var dot = address.IndexOf('.');
        return dot > 1
            && dot + 1 < address.Length
            && IsHexadecimal(address[1..dot])
            && !address[(dot + 1)..].ContainsAnyExcept(UserInfo)
            && !address.Contains('%');
    }
}
