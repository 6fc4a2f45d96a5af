using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Recording;

/// <summary>
/// Takes what is personal or secret out of a body. A masked text keeps its length and its punctuation, with x for
/// letters and 1 for digits, so that a replayed body still keeps to its contract. What the schema does not name is
/// masked as well.
/// </summary>
internal sealed class BodyMask(SchemaSet schemas)
{
    private const string Secret = "***";

    /// <summary>The body, masked; null when it is no JSON, so that nothing of it can be told apart.</summary>
    /// <param name="schema">The body's schema; null masks everything.</param>
    /// <param name="body">The bytes.</param>
    internal JsonNode? Mask(string? schema, ReadOnlySpan<byte> body)
    {
        try
        {
            var root = JsonNode.Parse(body);
            return root is null
                ? null
                : Mask(root, schema is null ? null : schemas.Files.ResolvePath(schema), "", "");
        }
        // Not JSON, members given twice, broken Unicode.
        catch (Exception fault)
            when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private JsonNode? Mask(JsonNode? node, SchemaPlace? place, string owner, string name)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(
                    members.Select(member =>
                        KeyValuePair.Create(
                            member.Key,
                            Mask(
                                member.Value,
                                place is { } at ? schemas.Shape.Find(at, member.Key) : null,
                                name,
                                member.Key
                            )
                        )
                    )
                );
            case JsonArray items:
                var item = place is { } list ? schemas.Shape.Items(list) : null;
                return new JsonArray([.. items.Select(one => Mask(one, item, owner, name))]);
            case JsonValue value:
                return MaskValue(value, place, owner, name);
            default:
                return null;
        }
    }

    private JsonNode? MaskValue(JsonValue value, SchemaPlace? place, string owner, string name)
    {
        // The address of a payment page is a key to the payment.
        if ((owner, name) is ("payment", "url") or (_, "token_id"))
        {
            return Secret;
        }
        if (place is { } known && !schemas.Shape.IsSensitive(known))
        {
            return value.DeepClone();
        }
        return value.GetValueKind() switch
        {
            JsonValueKind.String => Shape(value.GetValue<string>()),
            JsonValueKind.Number => 1,
            _ => value.DeepClone(),
        };
    }

    private static string Shape(string text)
    {
        var masked = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            masked.Append(
                Rune.IsDigit(rune) ? "1"
                : Rune.IsUpper(rune) ? "X"
                : Rune.IsLetter(rune) ? "x"
                : rune.IsAscii ? rune.ToString()
                : "x"
            );
        }
        return masked.ToString();
    }
}
