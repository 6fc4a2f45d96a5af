using System.Buffers;
using System.Net.Mail;

namespace Doku.Contracts.Runtime;

/// <summary>The <c>format</c>s of texts that stay texts in C#.</summary>
public static class TextFormats
{
    // RFC 3986, section 2: the only characters that a URI is made of. The framework's parser is laxer (spaces, quotes).
    private static readonly SearchValues<char> UriCharacters = SearchValues.Create(
        "!#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~"
    );

    private static readonly SearchValues<char> NotInEmail = SearchValues.Create(
        " \t\r\n\"<>(),;:\\"
    );

    /// <summary><c>uri</c>: an absolute URI (RFC 3986).</summary>
    public static bool IsUri(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && char.IsAsciiLetter(text[0])
            && !text.AsSpan().ContainsAnyExcept(UriCharacters)
            && HasWholeEscapes(text)
            && Uri.TryCreate(text, UriKind.Absolute, out _);
    }

    /// <summary><c>email</c>: one bare address, with a domain (RFC 5321's mailbox, without quoted forms).</summary>
    public static bool IsEmail(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf('@');
        return at > 0
            && at < text.Length - 1
            && !text.AsSpan().ContainsAny(NotInEmail)
            && MailAddress.TryCreate(text, out var address)
            && address.Address == text;
    }

    private static bool HasWholeEscapes(string text)
    {
        for (
            var i = text.IndexOf('%', StringComparison.Ordinal);
            i >= 0;
            i = text.IndexOf('%', i + 1)
        )
        {
            if (
                i + 2 >= text.Length
                || !char.IsAsciiHexDigit(text[i + 1])
                || !char.IsAsciiHexDigit(text[i + 2])
            )
            {
                return false;
            }
        }

        return true;
    }
}
