using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;

namespace Doku.Contracts.Schema.Documents;

/// <summary>Finds every schema of a document, the resources that they belong to, and what they refer to.</summary>
internal sealed class SchemaIndex
{
    private readonly SchemaDocument _document;

    public SchemaIndex(SchemaDocument document)
    {
        _document = document;
        var root = document.Root!;
        var uri =
            root.TextOf("$id") is { } id && SchemaUri.IsAbsolute(id)
                ? SchemaUri.Resolve(document.FileUri, id)
            : root.TextOf("$id") is { } relative ? SchemaUri.Resolve(document.FileUri, relative)
            : document.FileUri;
        var resource = new SchemaResource(uri, "", root.TextOf("$schema"));
        Resources.Add(resource);
        if (document.IsContract)
        {
            WalkParameters(root, resource);
        }
        else
        {
            Walk(root, "", resource, SchemaPosition.Shape);
        }
    }

    /// <summary>The schemas by JSON Pointer.</summary>
    public Dictionary<string, SchemaLocation> Schemas { get; } = new(StringComparer.Ordinal);

    /// <summary>The same in the order of the file, an outer schema before those inside it.</summary>
    public List<SchemaLocation> Ordered { get; } = [];

    public List<SchemaResource> Resources { get; } = [];

    // The one place in a contract file where a schema stands.
    private void WalkParameters(SchemaNode root, SchemaResource resource)
    {
        foreach (var operation in root["operations"]?.Members ?? [])
        {
            foreach (var parameter in operation.Value["parameters"]?.Members ?? [])
            {
                var pointer = SchemaLocation.Append("/operations", operation.Name) + "/parameters";
                Walk(
                    parameter.Value,
                    SchemaLocation.Append(pointer, parameter.Name),
                    resource,
                    SchemaPosition.Condition
                );
            }
        }
    }

    private void Walk(
        SchemaNode node,
        string pointer,
        SchemaResource resource,
        SchemaPosition position
    )
    {
        if (pointer.Length > 0 && node.TextOf("$id") is { } id)
        {
            resource = new SchemaResource(
                SchemaUri.Resolve(resource.Uri, id),
                pointer,
                node.TextOf("$schema") ?? resource.Dialect
            );
            Resources.Add(resource);
        }

        var location = new SchemaLocation(_document, node, pointer, resource, position);
        Schemas[pointer] = location;
        Ordered.Add(location);
        resource.AddAnchors(location);
        foreach (var (keyword, name, child) in KeywordTable.Children(node))
        {
            Walk(
                child,
                SchemaLocation.Append(SchemaLocation.Append(pointer, keyword.Name), name),
                resource,
                Position(position, keyword)
            );
        }
    }

    private static SchemaPosition Position(SchemaPosition parent, Keyword keyword) =>
        parent == SchemaPosition.Condition ? SchemaPosition.Condition
        : keyword.IsShape ? SchemaPosition.Shape
        : keyword.Name == "allOf" ? SchemaPosition.Part
        : SchemaPosition.Condition;
}
