using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What a schema says to people; what it doesn't say itself, the schema that it refers to says.</summary>
internal static class DocumentationReader
{
    public static Documentation Read(MergedSchema schema)
    {
        var summary = schema.First("description") ?? schema.First("title");
        var evidence = schema.First("x-evidence")?.Value;
        return new Documentation(
            summary?.Value.Text,
            evidence?.TextOf("level"),
            evidence?.TextOf("note"),
            schema.First("default") is { } value ? Display(value.Location, value.Value) : null,
            schema.First("examples") is { } examples
                ? examples.Value.Items.Select(e => Display(examples.Location, e)).ToEquatableArray()
                : [],
            schema.IsTrue("deprecated")
        );
    }

    private static string Display(SchemaLocation location, SchemaNode node) =>
        node.Kind is SchemaNodeKind.Array or SchemaNodeKind.Object
            ? location.Document.File.Text!.Substring(node.Range.Start, node.Range.Length)
            : node.Text;
}
