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
            schema.First("default") is { } value ? Display(value.Value) : null,
            schema.First("examples") is { } examples
                ? examples.Value.Items.Select(Display).ToEquatableArray()
                : [],
            schema.IsTrue("deprecated")
        );
    }

    // Arrays and objects are printed compactly: how a file breaks its lines is no part of the documentation.
    private static string Display(SchemaNode node) =>
        node.Kind switch
        {
            SchemaNodeKind.Array => $"[{string.Join(", ", node.Items.Select(Nested))}]",
            SchemaNodeKind.Object =>
                $"{{{string.Join(", ", node.Members.Select(m => $"\"{m.Name}\": {Nested(m.Value)}"))}}}",
            _ => node.Text,
        };

    private static string Nested(SchemaNode node) =>
        node.IsString ? $"\"{node.Text}\"" : Display(node);
}
