using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Doku.Contracts.Runtime;

/// <summary>The <c>format</c>s of texts that stay texts in C#. Nothing here allocates, and nothing looks beyond the syntax.</summary>
public static class TextFormats
{
    // RFC 5322's atext: what a mailbox's name is made of, and the dot between atoms.
    private static readonly SearchValues<char> DottedAtomText = SearchValues.Create(
        "!#$%&'*+-./0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    private static readonly SearchValues<char> HostText = SearchValues.Create(
        "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary><c>uri</c>: a URI with a scheme (RFC 3986). <c>http</c> and <c>https</c> need a host besides (RFC 9110, section 4.2).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsUri(ReadOnlySpan<char> text) => UriSyntax.IsAbsolute(text);

    /// <summary><c>email</c>: a mailbox of RFC 5321, section 4.1.2, without quoted names, address literals and comments.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsEmail(ReadOnlySpan<char> text)
    {
        // RFC 5321, section 4.5.3.1: a name has at most 64 octets, a path at most 254.
        var at = text.LastIndexOf('@');
        return at is > 0 and <= 64
            && text.Length <= 254
            && IsDotted(text[..at])
            && IsHost(text[(at + 1)..]);
    }

    /// <summary><c>date</c>: RFC 3339's full-date, <c>2026-11-22</c>.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => TimeFormats.IsDate(text);

    /// <summary><c>time</c>: RFC 3339's full-time, <c>08:51:02+07:00</c>.</summary>
    public static bool IsTime(ReadOnlySpan<char> text) => TimeFormats.IsTime(text);

    /// <summary><c>duration</c>: RFC 3339, appendix A, <c>P3DT12H</c>.</summary>
    public static bool IsDuration(ReadOnlySpan<char> text) => TimeFormats.IsDuration(text);

    /// <summary><c>uuid</c>: RFC 4122's 36 characters, in either case.</summary>
    public static bool IsUuid(ReadOnlySpan<char> text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>ipv4</c>: four decimal numbers up to 255, without leading zeros (RFC 2673, section 3.2).</summary>
    public static bool IsIpv4(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (
                ++parts > 4
                || part.Length is 0 or > 3
                || part.ContainsAnyExceptInRange('0', '9')
                || (part.Length > 1 && part[0] == '0')
                || (part.Length == 3 && part.SequenceCompareTo("255") > 0)
            )
            {
                return false;
            }
        }

        return parts == 4;
    }

    /// <summary><c>ipv6</c>: RFC 4291, section 2.2, without a zone.</summary>
    public static bool IsIpv6(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            return Groups(text, mayEndInIpv4: true) == 8;
        }

        var before = text[..gap];
        var after = text[(gap + 2)..];
        var left = before.IsEmpty ? 0 : Groups(before, mayEndInIpv4: false);
        var right = after.IsEmpty ? 0 : Groups(after, mayEndInIpv4: true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    /// <summary><c>regex</c>: a regular expression of ECMA-262 with the <c>u</c> flag.</summary>
    public static bool IsRegex(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return EcmaPattern.IsValid(text);
    }

    /// <summary>How many UTF-16 units the character has at an index: 2 for a surrogate pair, otherwise 1.</summary>
    public static int CharacterLength(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;

    /// <summary>How many characters at the beginning of a text lie in a range: a class of a <c>pattern</c> that repeats without end.</summary>
    public static int RunLength(ReadOnlySpan<char> text, char first, char last)
    {
        // The framework's search of a range makes boxes until its code has been compiled anew; checks allocate nothing.
        var at = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            var units = MemoryMarshal.Cast<char, ushort>(text);
            var least = Vector128.Create((ushort)first);
            var width = Vector128.Create((ushort)(last - first));
            while (
                units.Length - at >= 8
                && Vector128.LessThanOrEqualAll(Vector128.Create(units[at..]) - least, width)
            )
            {
                at += 8;
            }
        }

        while (at < text.Length && text[at] >= first && text[at] <= last)
        {
            at++;
        }

        return at;
    }

    // The number of 16-bit groups in colon-separated hexadecimal; -1 when it is none.
    private static int Groups(ReadOnlySpan<char> text, bool mayEndInIpv4)
    {
        var groups = 0;
        foreach (var range in text.Split(':'))
        {
            var part = text[range];
            if (mayEndInIpv4 && range.End.GetOffset(text.Length) == text.Length && IsIpv4(part))
            {
                groups += 2;
                continue;
            }

            foreach (var c in part)
            {
                if (!char.IsAsciiHexDigit(c))
                {
                    return -1;
                }
            }

            if (part.Length is 0 or > 4)
            {
                return -1;
            }

            groups++;
        }

        return groups;
    }

    // Labels of 1 to 63 characters with single dots between them, no hyphen at either end of a label.
    private static bool IsHost(ReadOnlySpan<char> host)
    {
        if (host.ContainsAnyExcept(HostText))
        {
            return false;
        }

        var previous = '.';
        var length = 0;
        foreach (var c in host)
        {
            if (c == '.' ? previous is '.' or '-' : c == '-' && previous == '.')
            {
                return false;
            }

            length = c == '.' ? 0 : length + 1;
            previous = c;
            if (length > 63)
            {
                return false;
            }
        }

        return previous is not ('.' or '-');
    }

    // Atoms with single dots between them.
    private static bool IsDotted(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(DottedAtomText))
        {
            return false;
        }

        var previous = '.';
        foreach (var c in text)
        {
            if (c == '.' && previous == '.')
            {
                return false;
            }

            previous = c;
        }

        return previous != '.';
    }
}
