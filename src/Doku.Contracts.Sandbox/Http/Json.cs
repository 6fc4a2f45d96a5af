using System.Buffers;
using System.Text.Json;

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
}
