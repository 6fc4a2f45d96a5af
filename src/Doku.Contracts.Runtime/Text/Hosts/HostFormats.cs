using System.Buffers;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>Names of hosts: RFC 1123, and RFC 5890 for those in Unicode.</summary>
internal static class HostFormats
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>What parts the labels of a name in Unicode: the full stop and those that IDNA2008 users type for it.</summary>
    public const string AnyFullStop = ".\u3002\uFF0E\uFF61";

    /// <summary>Whether a text is a name in ASCII. A label that begins with <c>xn--</c> has to stand for one in Unicode.</summary>
    public static bool IsHostname(ReadOnlySpan<char> text) =>
        Ascii.IsValid(text) && IsIdnHostname(text, ".");

    /// <summary>Whether a text is a name, in ASCII or in Unicode.</summary>
    public static bool IsIdnHostname(ReadOnlySpan<char> text, ReadOnlySpan<char> fullStops)
    {
        // No character is in fewer than one octet of the name on the wire.
        return text.Length <= LongestName
            && AreLabels(text, fullStops, isBidi: false, out var isBidi)
            && (!isBidi || AreLabels(text, fullStops, isBidi: true, out _));
    }

    /// <summary>Labels of 1 to 63 letters, digits and hyphens with single dots between them, no hyphen at either end of a label.</summary>
    public static bool IsAsciiName(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('.'))
        {
            if (!IsAsciiLabel(text[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreLabels(
        ReadOnlySpan<char> text,
        ReadOnlySpan<char> fullStops,
        bool isBidi,
        out bool hasRightToLeft
    )
    {
        Span<int> points = stackalloc int[LongestLabel];
        hasRightToLeft = false;
        var length = -1;
        foreach (var range in text.SplitAny(fullStops))
        {
            var count = Read(text[range], points, out var octets);
            if (count <= 0 || (isBidi && !IdnaBidi.Allows(points[..count])))
            {
                return false;
            }

            hasRightToLeft |= IdnaBidi.IsRightToLeft(points[..count]);
            length += 1 + octets;
        }

        return length <= LongestName;
    }

    // The code points that a label is or stands for, and its length on the wire; -1 when it is no label.
    private static int Read(ReadOnlySpan<char> label, Span<int> points, out int octets)
    {
        Span<char> encoded = stackalloc char[LongestLabel];
        octets = label.Length;
        if (Ascii.IsValid(label))
        {
            if (!IsAsciiLabel(label))
            {
                return -1;
            }

            var lower = encoded[..label.Length];
            Ascii.ToLower(label, lower, out _);
            return lower.StartsWith("xn--") ? ReadEncoded(lower[4..], points) : Copy(lower, points);
        }

        var count = 0;
        for (; !label.IsEmpty; count++)
        {
            var status = Rune.DecodeFromUtf16(label, out var character, out var width);
            if (status != OperationStatus.Done || count == points.Length)
            {
                return -1;
            }

            points[count] = character.Value;
            label = label[width..];
        }

        octets = Punycode.Encode(points[..count], encoded[4..]) + 4;
        return octets > 3 && IdnaLabel.IsValid(points[..count]) ? count : -1;
    }

    private static int ReadEncoded(ReadOnlySpan<char> encoded, Span<int> points)
    {
        Span<char> again = stackalloc char[LongestLabel];
        var count = Punycode.Decode(encoded, points);
        // A name has one spelling, and one in ASCII needs none of this kind.
        return
            count > 0
            && points[..count].ContainsAnyExceptInRange(0, 0x7F)
            && Punycode.Encode(points[..count], again) is var length and >= 0
            && encoded.SequenceEqual(again[..length])
            && IdnaLabel.IsValid(points[..count])
            ? count
            : -1;
    }

    private static int Copy(ReadOnlySpan<char> label, Span<int> points)
    {
        for (var i = 0; i < label.Length; i++)
        {
            points[i] = label[i];
        }

        return label.Length;
    }

    private static bool IsAsciiLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
