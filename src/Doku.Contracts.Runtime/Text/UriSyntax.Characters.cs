using System.Buffers;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <content>Escapes, and characters beyond ASCII.</content>
internal static partial class UriSyntax
{
    /// <summary>Whether a text begins with a percent sign and two hexadecimal digits.</summary>
    public static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && IsHexadecimal(text.Slice(1, 2));

    /// <summary>How many UTF-16 units the character beyond ASCII has with which a text begins; 0 when an IRI may not have it (RFC 3987, section 2.2).</summary>
    public static int InternationalLength(ReadOnlySpan<char> text, bool isPrivateAllowed)
    {
        if (Rune.DecodeFromUtf16(text, out var character, out var width) != OperationStatus.Done)
        {
            return 0;
        }

        var isAllowed = character.Value switch
        {
            // The last two code points of each plane are no characters; plane 14 begins with tags.
            >= 0x10000 and <= 0xEFFFF => (character.Value & 0xFFFF) <= 0xFFFD
                && character.Value is < 0xE0000 or >= 0xE1000,
            >= 0xF0000 => isPrivateAllowed && (character.Value & 0xFFFF) <= 0xFFFD,
            >= 0xE000 and <= 0xF8FF => isPrivateAllowed,
            >= 0xA0 and <= 0xD7FF or >= 0xF900 and <= 0xFDCF or >= 0xFDF0 and <= 0xFFEF => true,
            _ => false,
        };
        return isAllowed ? width : 0;
    }

    private static bool IsMadeOf(
        ReadOnlySpan<char> text,
        SearchValues<char> allowed,
        bool isIri,
        bool isPrivateAllowed = false
    )
    {
        while (text.IndexOfAnyExcept(allowed) is var other and >= 0)
        {
            var width = isIri ? InternationalLength(text[other..], isPrivateAllowed) : 0;
            if (width == 0 || text[other] < 0x80)
            {
                return false;
            }

            text = text[(other + width)..];
        }

        return true;
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasWholeEscapes(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('%') is var percent and >= 0)
        {
            if (!IsEscape(text[percent..]))
            {
                return false;
            }

            text = text[(percent + 3)..];
        }

        return true;
    }
}
