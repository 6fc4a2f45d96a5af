using System.Text.Json;
using System.Text.Json.Nodes;

namespace Doku.Contracts.Channels.Tests.Support;

/// <summary>Members by JSON Pointer. No pointer of a contract here has an escaped character.</summary>
internal static class JsonTree
{
    internal static JsonElement? Find(JsonElement root, string pointer)
    {
        JsonElement? at = root;
        foreach (var name in pointer.Split('/')[1..])
        {
            at =
                at is { ValueKind: JsonValueKind.Object } found
                && found.TryGetProperty(name, out var next)
                    ? next
                    : null;
        }

        return at;
    }

    internal static JsonElement Set(JsonElement root, string pointer, JsonNode value)
    {
        var tree = JsonNode.Parse(root.GetRawText())!.AsObject();
        Put(tree, pointer, value);
        return JsonElement.Parse(tree.ToJsonString());
    }

    /// <summary>An object whose members repeat those of another one, the altered ones with another value.</summary>
    internal static byte[] Build(
        JsonElement source,
        IEnumerable<(string Pointer, string Source, bool IsAltered)> members
    )
    {
        var tree = new JsonObject();
        foreach (var (pointer, from, isAltered) in members)
        {
            var value = Find(source, from)!.Value;
            Put(
                tree,
                pointer,
                value.ValueKind == JsonValueKind.Number
                    ? value.GetInt64() + (isAltered ? 1 : 0)
                    : value.GetString() + (isAltered ? "X" : "")
            );
        }

        return JsonSerializer.SerializeToUtf8Bytes(tree);
    }

    private static void Put(JsonObject tree, string pointer, JsonNode? value)
    {
        var names = pointer.Split('/')[1..];
        var at = tree;
        foreach (var name in names[..^1])
        {
            at = (at[name] ??= new JsonObject()).AsObject();
        }

        at[names[^1]] = value;
    }
}
