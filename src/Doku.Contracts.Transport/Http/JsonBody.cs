using System.Text.Json;

namespace Doku.Contracts.Transport;

/// <summary>Finds in a body what a contract says by JSON Pointers, whatever the body's type in C#.</summary>
internal static class JsonBody
{
    /// <returns>Null when it is no JSON.</returns>
    internal static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null when there is no such member, or it is null.</returns>
    internal static JsonElement? Find(JsonElement root, string pointer)
    {
        var at = root;
        var rest = pointer.AsSpan(1);
        while (true)
        {
            var end = rest.IndexOf('/');
            var token = end < 0 ? rest : rest[..end];
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(Name(token), out at))
            {
                return null;
            }

            if (end < 0)
            {
                return at.ValueKind == JsonValueKind.Null ? null : at;
            }

            rest = rest[(end + 1)..];
        }
    }

    /// <summary>A member's text.</summary>
    /// <returns>Null when there is no such member, or it is no string that can be read.</returns>
    internal static string? FindText(JsonElement root, string pointer) =>
        Find(root, pointer) is { } found ? TextOf(found) : null;

    /// <returns>Null when it is no string, or holds an unpaired surrogate.</returns>
    internal static string? TextOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped surrogate without its other half: JSON's grammar allows it, and no text holds it.
            return null;
        }
    }

    /// <summary>The names that a JSON Pointer goes along.</summary>
    internal static string[] Names(string pointer) =>
        Array.ConvertAll(pointer.Split('/')[1..], token => Name(token).ToString());

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> token) =>
        token.Contains('~')
            ? token.ToString().Replace("~1", "/").Replace("~0", "~").AsSpan()
            : token;
}
