using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Doku.Contracts.Sandbox.Http;

/// <summary>Writes a JSON object to bytes without any serialiser.</summary>
internal static class Json
{
    internal static byte[] Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    internal static byte[] Bytes(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            node.WriteTo(writer);
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The member at <paramref name="path"/>, or nothing when a part of the way is missing.</summary>
    internal static JsonElement? Find(JsonElement root, params ReadOnlySpan<string> path)
    {
        var current = root;
        foreach (var name in path)
        {
            if (
                current.ValueKind != JsonValueKind.Object
                || !current.TryGetProperty(name, out current)
            )
            {
                return null;
            }
        }
        return current;
    }

    internal static string? FindText(JsonElement root, params ReadOnlySpan<string> path) =>
        Find(root, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>True when a text anywhere in the body is this one.</summary>
    internal static bool Contains(byte[] body, string text)
    {
        using var document = JsonDocument.Parse(body);
        return Contains(document.RootElement, text);
    }

    private static bool Contains(JsonElement value, string text) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Any(one => Contains(one.Value, text)),
            JsonValueKind.Array => value.EnumerateArray().Any(one => Contains(one, text)),
            JsonValueKind.String => value.ValueEquals(text),
            _ => false,
        };
}
