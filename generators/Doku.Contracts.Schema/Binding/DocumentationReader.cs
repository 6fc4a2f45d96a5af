using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What a schema says to people; what it doesn't say itself, the schema that it refers to says.</summary>
internal static class DocumentationReader
{
    public static Documentation Read(SchemaView view)
    {
        var summary = view.First("description") ?? view.First("title");
        var evidence = view.First("x-evidence")?.Value;
        return new Documentation(
            summary?.Value.Text,
            evidence?.TextOf("level"),
            evidence?.TextOf("note"),
            view.First("default") is { } value ? Display(value.Value) : null,
            view.First("examples") is { } examples
                ? examples.Value.Items.Select(Display).ToEquatableArray()
                : [],
            view.IsTrue("deprecated")
        );
    }

    /// <summary>What an operation or a notification of a contract file says to people.</summary>
    public static Documentation Read(SchemaNode node) =>
        new(
            node.TextOf("description") ?? node.TextOf("title"),
            node["x-evidence"]?.TextOf("level"),
            node["x-evidence"]?.TextOf("note"),
            null,
            [],
            node.IsTrue("deprecated")
        );

    // Arrays and objects are printed compactly: how a file breaks its lines is no part of the documentation.
    private static string Display(SchemaNode node) => node.IsString ? node.Text : JsonText.Of(node);
}
