using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Doku.Contracts.SchemaFuzz.Cases;

/// <summary>JSON trees that keep how a number is written.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 512,
    };

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    public static string Text(JsonNode? node) => node?.ToJsonString(Relaxed) ?? "null";

    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Deep);

    public static JsonNode Number(string text) => JsonNode.Parse(text)!;

    public static JsonArray Array(params IEnumerable<JsonNode?> items) => [.. items];

    public static JsonArray Names(IEnumerable<string> names) =>
        [.. names.Select(name => JsonValue.Create(name))];

    public static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    /// <summary>A number's value; what is too large to reckon with is 0.</summary>
    public static decimal Decimal(JsonNode node) =>
        decimal.TryParse(
            Text(node),
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
        && Math.Abs(number) < 1e20m
            ? number
            : 0;
}
