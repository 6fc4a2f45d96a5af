using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Doku.Contracts.Runtime;

/// <summary>The <c>format</c>s of texts that stay texts in C#. Nothing here allocates, and nothing looks beyond the syntax.</summary>
public static partial class TextFormats
{
    /// <summary><c>uri</c>: a URI with a scheme (RFC 3986). <c>http</c> and <c>https</c> need a host besides (RFC 9110, section 4.2).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsUri(ReadOnlySpan<char> text) => UriSyntax.IsAbsolute(text, isIri: false);

    /// <summary><c>uri-reference</c>: a URI, or what is relative to one (RFC 3986, section 4.1).</summary>
    public static bool IsUriReference(ReadOnlySpan<char> text) =>
        UriSyntax.IsReference(text, isIri: false);

    /// <summary><c>iri</c>: a URI that may have characters beyond ASCII (RFC 3987).</summary>
    public static bool IsIri(ReadOnlySpan<char> text) => UriSyntax.IsAbsolute(text, isIri: true);

    /// <summary><c>iri-reference</c>: an IRI, or what is relative to one (RFC 3987).</summary>
    public static bool IsIriReference(ReadOnlySpan<char> text) =>
        UriSyntax.IsReference(text, isIri: true);

    /// <summary><c>uri-template</c>: RFC 6570, of any level.</summary>
    public static bool IsUriTemplate(ReadOnlySpan<char> text) => UriTemplate.IsValid(text);

    /// <summary><c>email</c>: a mailbox of RFC 5321, section 4.1.2.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsEmail(ReadOnlySpan<char> text) => MailFormats.IsEmail(text);

    /// <summary><c>idn-email</c>: a mailbox that may have characters beyond ASCII (RFC 6531).</summary>
    public static bool IsIdnEmail(ReadOnlySpan<char> text) => MailFormats.IsIdnEmail(text);

    /// <summary><c>hostname</c>: RFC 1123, section 2.1; a label in Punycode stands for one of RFC 5891.</summary>
    public static bool IsHostname(ReadOnlySpan<char> text) => HostFormats.IsHostname(text);

    /// <summary><c>idn-hostname</c>: a name in ASCII or in Unicode (RFC 5890, section 2.3.2.3).</summary>
    public static bool IsIdnHostname(ReadOnlySpan<char> text) =>
        HostFormats.IsIdnHostname(text, HostFormats.AnyFullStop);

    /// <summary><c>json-pointer</c>: RFC 6901, section 3.</summary>
    public static bool IsJsonPointer(ReadOnlySpan<char> text) => PointerFormats.IsPointer(text);

    /// <summary><c>relative-json-pointer</c>: a number of steps up, and a JSON Pointer or a number sign.</summary>
    public static bool IsRelativeJsonPointer(ReadOnlySpan<char> text) =>
        PointerFormats.IsRelativePointer(text);

    /// <summary><c>regex</c>: a regular expression of ECMA-262.</summary>
    public static bool IsRegex(ReadOnlySpan<char> text) => EcmaPattern.IsValid(text.ToString());

    /// <summary><c>date-time</c>: RFC 3339's date-time, <c>2026-11-22T08:51:02+07:00</c>.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text) => Rfc3339.IsValid(text);

    /// <summary><c>doku-jakarta</c>: 14 digits, see <see cref="JakartaTime"/>.</summary>
    public static bool IsDokuJakarta(ReadOnlySpan<char> text) => JakartaTime.IsValid(text);

    /// <summary><c>doku-utc</c>: 14 digits or RFC 3339, see <see cref="UtcTime"/>.</summary>
    public static bool IsDokuUtc(ReadOnlySpan<char> text) => UtcTime.IsValid(text);

    /// <summary><c>date</c>: RFC 3339's full-date, <c>2026-11-22</c>.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => TimeFormats.IsDate(text);

    /// <summary><c>time</c>: RFC 3339's full-time, <c>08:51:02+07:00</c>.</summary>
    public static bool IsTime(ReadOnlySpan<char> text) => TimeFormats.IsTime(text);

    /// <summary><c>duration</c>: RFC 3339, appendix A, <c>P3DT12H</c>.</summary>
    public static bool IsDuration(ReadOnlySpan<char> text) => TimeFormats.IsDuration(text);

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
}
