using System.Globalization;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>A schema somewhere in a document.</summary>
internal sealed record SchemaLocation(SchemaDocument Document, SchemaNode Node, string Pointer)
{
    public string Key => Document.File.LogicalPath + "#" + Pointer;

    public SchemaLocation Child(string keyword, SchemaNode node) =>
        this with
        {
            Node = node,
            Pointer = Pointer + "/" + keyword,
        };

    public SchemaLocation Child(string keyword, int index, SchemaNode node) =>
        Child(keyword, index.ToString(CultureInfo.InvariantCulture), node);

    public SchemaLocation Child(string keyword, string name, SchemaNode node) =>
        this with
        {
            Node = node,
            Pointer = $"{Pointer}/{keyword}/{name.Replace("~", "~0").Replace("/", "~1")}",
        };
}
