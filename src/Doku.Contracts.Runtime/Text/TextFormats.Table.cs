using System.Collections.Frozen;

namespace Doku.Contracts.Runtime;

/// <summary>Whether a text is of a format.</summary>
internal delegate bool TextFormat(ReadOnlySpan<char> text);

/// <content>The formats by name.</content>
public static partial class TextFormats
{
    private static readonly FrozenDictionary<string, TextFormat> Table = new Dictionary<
        string,
        TextFormat
    >(StringComparer.Ordinal)
    {
        ["date"] = IsDate,
        ["date-time"] = IsDateTime,
        ["doku-jakarta"] = IsDokuJakarta,
        ["doku-utc"] = IsDokuUtc,
        ["duration"] = IsDuration,
        ["email"] = IsEmail,
        ["hostname"] = IsHostname,
        ["idn-email"] = IsIdnEmail,
        ["idn-hostname"] = IsIdnHostname,
        ["ipv4"] = IsIpv4,
        ["ipv6"] = IsIpv6,
        ["iri"] = IsIri,
        ["iri-reference"] = IsIriReference,
        ["json-pointer"] = IsJsonPointer,
        ["regex"] = IsRegex,
        ["relative-json-pointer"] = IsRelativeJsonPointer,
        ["time"] = IsTime,
        ["uri"] = IsUri,
        ["uri-reference"] = IsUriReference,
        ["uri-template"] = IsUriTemplate,
        ["uuid"] = IsUuid,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all formats.</summary>
    public static IReadOnlyCollection<string> Names => Table.Keys;

    /// <summary>Whether a text is of a format.</summary>
    /// <param name="name">The format's name in schemas.</param>
    /// <param name="text">The text.</param>
    /// <param name="isKnown">Whether there is a format of that name; where there is none, any text is of it.</param>
    public static bool Is(string name, ReadOnlySpan<char> text, out bool isKnown)
    {
        var format = Find(name);
        isKnown = format is not null;
        return format is null || format(text);
    }

    internal static TextFormat? Find(string name) => Table.GetValueOrDefault(name);
}
