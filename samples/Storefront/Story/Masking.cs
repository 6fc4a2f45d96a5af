using Doku.Contracts.Kredivo;
using Doku.Contracts.Sandbox;

namespace Storefront.Story;

/// <summary>A request as it may be shown: nothing secret and nothing personal.</summary>
internal static class Masking
{
    private const string Mask = "***";

    // What isn't known to be harmless is masked.
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host",
        "Accept",
        "Content-Type",
        "Content-Length",
        "Request-Id",
        "Request-Timestamp",
    };

    internal static IEnumerable<string> Head(SandboxExchange exchange) =>
        exchange
            .Headers.Select(header => $"{header.Key}: {Value(header.Key, header.Value)}")
            .Prepend($"{exchange.Method} {exchange.Path}");

    /// <summary>
    /// The record's own words, a line for each member that is there: its contract says what is personal, and shows it
    /// as ***.
    /// </summary>
    internal static IEnumerable<string> Body(GenerateOrderRequest request)
    {
        var depth = 0;
        foreach (var part in Split(request.ToString()))
        {
            depth -= part.StartsWith('}') ? 1 : 0;
            yield return new string(' ', 2 * depth) + part;
            depth += part.EndsWith('{') ? 1 : 0;
        }
    }

    private static string Value(string header, string value) =>
        header.ToUpperInvariant() switch
        {
            "SIGNATURE" => value[..(value.IndexOf('=', StringComparison.Ordinal) + 1)] + Mask,
            "CLIENT-ID" => value[..Math.Min(8, value.Length / 2)] + Mask,
            _ => Harmless.Contains(header) ? value : Mask,
        };

    private static IEnumerable<string> Split(string record) =>
        record
            .Replace(" = ", ": ", StringComparison.Ordinal)
            .Replace("{ ", "{\n", StringComparison.Ordinal)
            .Replace(" }", "\n}", StringComparison.Ordinal)
            .Replace(", ", "\n", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.EndsWith(": ", StringComparison.Ordinal));
}
