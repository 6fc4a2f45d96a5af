using System.Globalization;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>JSON Pointer (RFC 6901), as far as a judge needs it.</summary>
internal static class JsonPointer
{
    internal static string Append(string pointer, string member) =>
        $"{pointer}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    internal static string Append(string pointer, int index) =>
        $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}";

    internal static IEnumerable<string> Segments(string pointer) =>
        pointer
            .Split('/')
            .Skip(1)
            .Select(segment =>
                segment
                    .Replace("~1", "/", StringComparison.Ordinal)
                    .Replace("~0", "~", StringComparison.Ordinal)
            );
}
