using System.Text.Json;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>A schema and where it stands, which is what its relative references start from.</summary>
internal readonly record struct SchemaPlace(string File, string Pointer, JsonElement Node)
{
    /// <summary>The part of this schema under <paramref name="keyword"/>.</summary>
    internal SchemaPlace At(string keyword, JsonElement node) =>
        new(File, JsonPointer.Append(Pointer, keyword), node);

    internal bool TryAt(string keyword, out SchemaPlace place)
    {
        var found = Node.TryGetProperty(keyword, out var node);
        place = found ? At(keyword, node) : default;
        return found;
    }

    public override string ToString() => $"{File}#{Pointer}";
}
