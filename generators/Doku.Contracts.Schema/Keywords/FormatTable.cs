using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Keywords;

/// <summary>The formats that texts may have, and the runtime's types and checks for them.</summary>
internal static class FormatTable
{
    private static readonly Dictionary<string, string?> Known = new(StringComparer.Ordinal)
    {
        ["date-time"] = "Rfc3339",
        ["doku-jakarta"] = "JakartaTime",
        ["doku-utc"] = "UtcTime",
        ["date"] = null,
        ["time"] = null,
        ["duration"] = null,
        ["email"] = null,
        ["idn-email"] = null,
        ["hostname"] = null,
        ["idn-hostname"] = null,
        ["ipv4"] = null,
        ["ipv6"] = null,
        ["uri"] = null,
        ["uri-reference"] = null,
        ["iri"] = null,
        ["iri-reference"] = null,
        ["uuid"] = null,
        ["uri-template"] = null,
        ["json-pointer"] = null,
        ["relative-json-pointer"] = null,
        ["regex"] = null,
    };

    public static bool IsKnown(string format) => Known.ContainsKey(format);

    /// <summary>The runtime's type that a time stamp's format has; null for a format of plain texts.</summary>
    public static string? TimestampType(string format) =>
        Known.TryGetValue(format, out var type) ? type : null;

    /// <summary>The runtime's check of a format.</summary>
    public static string Check(string format) => "Is" + CSharpNames.Pascal(format);
}
