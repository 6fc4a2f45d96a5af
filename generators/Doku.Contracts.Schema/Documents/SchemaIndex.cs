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
            Walk(root, new Place("", SchemaPosition.Shape), resource);
        }
    }

    /// <summary>The schemas by JSON Pointer.</summary>
    public Dictionary<string, SchemaLocation> Schemas { get; } = new(StringComparer.Ordinal);

    /// <summary>The same in the order of the file, an outer schema before those inside it.</summary>
    public List<SchemaLocation> Ordered { get; } = [];

    /// <summary>Whether one of them is an <c>x-advice</c>.</summary>
    public bool HasAdvice { get; private set; }

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
                    new Place(
                        SchemaLocation.Append(pointer, parameter.Name),
                        SchemaPosition.Condition,
                        IsMute: true
                    ),
                    resource
                );
            }
        }
    }

    private void Walk(SchemaNode node, Place place, SchemaResource resource)
    {
        var pointer = place.Pointer;
        if (pointer.Length > 0 && node.TextOf("$id") is { } id)
        {
            resource = new SchemaResource(
                SchemaUri.Resolve(resource.Uri, id),
                pointer,
                node.TextOf("$schema") ?? resource.Dialect
            );
            Resources.Add(resource);
        }

        var location = new SchemaLocation(_document, node, pointer, resource, place.Position)
        {
            IsAdvice = place.IsAdvice,
            IsMute = place.IsMute,
        };
        HasAdvice |= place.IsAdvice;
        Schemas[pointer] = location;
        Ordered.Add(location);
        resource.AddAnchors(location);
        foreach (var (keyword, name, child) in KeywordTable.Children(node))
        {
            Walk(
                child,
                new Place(
                    SchemaLocation.Append(SchemaLocation.Append(pointer, keyword.Name), name),
                    Position(place.Position, keyword),
                    keyword.Name == "x-advice",
                    place.IsMute || keyword.IsMute
                ),
                resource
            );
        }
    }

    private static SchemaPosition Position(SchemaPosition parent, Keyword keyword) =>
        parent == SchemaPosition.Condition ? SchemaPosition.Condition
        : keyword.IsShape ? SchemaPosition.Shape
        : keyword.Name == "allOf" ? SchemaPosition.Part
        : SchemaPosition.Condition;

    private readonly record struct Place(
        string Pointer,
        SchemaPosition Position,
        bool IsAdvice = false,
        bool IsMute = false
    );
}
