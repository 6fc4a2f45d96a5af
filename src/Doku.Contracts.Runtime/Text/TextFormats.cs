using System.Buffers;

namespace Doku.Contracts.Runtime;

/// <summary>The <c>format</c>s of texts that stay texts in C#. Nothing here allocates, and nothing looks beyond the syntax.</summary>
public static class TextFormats
{
    // RFC 5322's atext: what a mailbox's name is made of besides dots.
    private static readonly SearchValues<char> AtomText = SearchValues.Create(
        "!#$%&'*+-/0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    private static readonly SearchValues<char> HostText = SearchValues.Create(
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary><c>uri</c>: a URI with a scheme (RFC 3986). <c>http</c> and <c>https</c> need a host besides (RFC 9110, section 4.2).</summary>
    public static bool IsUri(ReadOnlySpan<char> text) => UriSyntax.IsAbsolute(text);

    /// <summary><c>email</c>: a mailbox of RFC 5321, section 4.1.2, without quoted names, address literals and comments.</summary>
    public static bool IsEmail(ReadOnlySpan<char> text)
    {
        // RFC 5321, section 4.5.3.1: a name has at most 64 octets, a path at most 254.
        var at = text.LastIndexOf('@');
        return at is > 0 and <= 64
            && text.Length <= 254
            && IsDotted(text[..at], AtomText)
            && IsHost(text[(at + 1)..]);
    }

    private static bool IsHost(ReadOnlySpan<char> host)
    {
        foreach (var range in host.Split('.'))
        {
            var label = host[range];
            if (
                label.Length is 0 or > 63
                || label[0] == '-'
                || label[^1] == '-'
                || label.ContainsAnyExcept(HostText)
            )
            {
                return false;
            }
        }

        return !host.IsEmpty;
    }

    private static bool IsDotted(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        foreach (var range in text.Split('.'))
        {
            if (text[range].IsEmpty || text[range].ContainsAnyExcept(allowed))
            {
                return false;
            }
        }

        return true;
    }
}
