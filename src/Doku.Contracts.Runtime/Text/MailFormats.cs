using System.Buffers;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>Mailboxes of RFC 5321, section 4.1.2, and of RFC 6531 for those in Unicode.</summary>
internal static class MailFormats
{
    // RFC 5321, section 4.5.3.1: a name has at most 64 octets, a path at most 254 without its brackets.
    private const int LongestName = 64;
    private const int LongestPath = 254;

    // RFC 5322's atext: what a mailbox's name is made of, and the dot between atoms.
    private static readonly SearchValues<char> DottedAtomText = SearchValues.Create(
        "!#$%&'*+-./0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    public static bool IsEmail(ReadOnlySpan<char> text) =>
        text.Length <= LongestPath
        && Ascii.IsValid(text)
        && TrySplit(text, out var name, out var domain)
        && name.Length <= LongestName
        && (IsLiteral(domain) || HostFormats.IsAsciiName(domain));

    public static bool IsIdnEmail(ReadOnlySpan<char> text) =>
        TrySplit(text, out var name, out var domain)
        && !ContractChecks.HasHalfPair(name)
        && Encoding.UTF8.GetByteCount(name) <= LongestName
        && (IsLiteral(domain) || HostFormats.IsIdnHostname(domain, "."));

    private static bool TrySplit(
        ReadOnlySpan<char> text,
        out ReadOnlySpan<char> name,
        out ReadOnlySpan<char> domain
    )
    {
        // A quoted name may have the sign, an address literal and a host never do.
        var at = text.LastIndexOf('@');
        name = at < 0 ? [] : text[..at];
        domain = text[(at + 1)..];
        return name.StartsWith("\"") ? IsQuoted(name) : IsDotted(name);
    }

    // Atoms with single dots between them. A character beyond ASCII has been refused, or may be in any name.
    private static bool IsDotted(ReadOnlySpan<char> text)
    {
        if (
            text.IsEmpty
            || text[0] == '.'
            || text[^1] == '.'
            || text.Contains("..", StringComparison.Ordinal)
        )
        {
            return false;
        }

        while (text.IndexOfAnyExcept(DottedAtomText) is var other and >= 0)
        {
            if (text[other] < 0x80)
            {
                return false;
            }

            text = text[(other + 1)..];
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[^1] != '"')
        {
            return false;
        }

        var inside = text[1..^1];
        for (var i = 0; i < inside.Length; i++)
        {
            // A backslash takes the character behind it, which may be any that can be seen.
            var isEscape = inside[i] == '\\';
            i += isEscape ? 1 : 0;
            if (
                i == inside.Length
                || inside[i] is < ' ' or '\x7F'
                || (inside[i] == '"' && !isEscape)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLiteral(ReadOnlySpan<char> domain)
    {
        const string Ipv6 = "IPv6:";
        if (!domain.StartsWith("[") || !domain.EndsWith("]") || domain.Length < 2)
        {
            return false;
        }

        var address = domain[1..^1];
        return address.StartsWith(Ipv6, StringComparison.OrdinalIgnoreCase)
            ? TextFormats.IsIpv6(address[Ipv6.Length..])
            : TextFormats.IsIpv4(address);
    }
}
