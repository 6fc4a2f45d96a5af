namespace Doku.Contracts.Runtime;

/// <content>Identifiers and addresses of a fixed form.</content>
public static partial class TextFormats
{
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
}
