using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>A schema and the file that it stands in.</summary>
internal readonly record struct SchemaPart(string File, JsonElement Node)
{
    public SchemaPart At(JsonElement node) => this with { Node = node };

    /// <summary>The schema under a keyword.</summary>
    public SchemaPart? Find(string keyword) =>
        Node.ValueKind == JsonValueKind.Object && Node.TryGetProperty(keyword, out var child)
            ? At(child)
            : null;

    public string? TextOf(string keyword) =>
        Find(keyword) is { Node: { ValueKind: JsonValueKind.String } text }
            ? text.GetString()
            : null;
}
