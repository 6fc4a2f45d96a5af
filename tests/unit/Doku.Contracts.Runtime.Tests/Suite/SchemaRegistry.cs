using System.Text.Json.Nodes;

namespace Doku.Contracts.Runtime.Tests.Suite;

/// <summary>A schema with a URI: the root of a file, or what has an <c>$id</c>.</summary>
internal sealed record SchemaResource(Uri Uri, JsonNode Root)
{
    public Dictionary<string, JsonNode> Anchors { get; } = [];

    public Dictionary<string, JsonNode> DynamicAnchors { get; } = [];
}

/// <summary>Finds schemas by URI. For tests alone: it takes its schemas to be right.</summary>
internal sealed class SchemaRegistry
{
    private static readonly string[] OneSchema =
    [
        "additionalProperties",
        "contains",
        "contentSchema",
        "else",
        "if",
        "items",
        "not",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
    ];

    private static readonly string[] ListOfSchemas = ["allOf", "anyOf", "oneOf", "prefixItems"];

    private static readonly string[] NamedSchemas =
    [
        "$defs",
        "definitions",
        "dependencies",
        "dependentSchemas",
        "patternProperties",
        "properties",
    ];

    private readonly Dictionary<Uri, SchemaResource> _resources = [];
    private readonly Dictionary<JsonNode, SchemaResource> _owners = new(
        ReferenceEqualityComparer.Instance
    );

    public SchemaResource Add(Uri uri, JsonNode root)
    {
        Visit(root, uri, null);
        // A schema is also found where it lies, whatever its own $id.
        return _resources[WithoutFragment(uri)] = _owners[root];
    }

    /// <summary>The resource around a schema; null for what isn't in the place of one.</summary>
    public SchemaResource? OwnerOf(JsonNode schema) => _owners.GetValueOrDefault(schema);

    public SchemaResource? Find(Uri uri) => _resources.GetValueOrDefault(WithoutFragment(uri));

    /// <summary>Finds what a reference means.</summary>
    public (SchemaResource Resource, JsonNode Schema) Resolve(SchemaResource from, string reference)
    {
        var uri = new Uri(from.Uri, reference);
        var resource = Find(uri) ?? throw new KeyNotFoundException($"No schema has the URI {uri}.");
        var fragment = Uri.UnescapeDataString(uri.Fragment.TrimStart('#'));
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return (resource, resource.Anchors[fragment]);
        }

        var schema = resource.Root;
        foreach (var step in fragment.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/").Replace("~0", "~");
            schema = schema is JsonArray array ? array[int.Parse(name)]! : schema[name]!;
            resource = OwnerOf(schema) ?? resource;
        }

        return (resource, schema);
    }

    private static Uri WithoutFragment(Uri uri) => new(uri.AbsoluteUri.Split('#')[0]);

    private void Visit(JsonNode schema, Uri uri, SchemaResource? owner)
    {
        var members = schema as JsonObject;
        if (owner is null || members?["$id"] is not null)
        {
            uri = members?["$id"] is { } id ? new Uri(uri, id.GetValue<string>()) : uri;
            owner = new SchemaResource(WithoutFragment(uri), schema);
            _resources[owner.Uri] = owner;
        }

        _owners[schema] = owner;
        if (members is null)
        {
            return;
        }

        foreach (var keyword in (string[])["$anchor", "$dynamicAnchor"])
        {
            if (members[keyword]?.GetValue<string>() is { } anchor)
            {
                owner.Anchors[anchor] = schema;
            }
        }

        if (members["$dynamicAnchor"]?.GetValue<string>() is { } dynamic)
        {
            owner.DynamicAnchors[dynamic] = schema;
        }

        foreach (var inner in Inner(members))
        {
            Visit(inner, owner.Uri, owner);
        }
    }

    private static IEnumerable<JsonNode> Inner(JsonObject schema)
    {
        foreach (var (keyword, value) in schema)
        {
            var inner =
                OneSchema.Contains(keyword) ? [value]
                : ListOfSchemas.Contains(keyword) ? value!.AsArray()
                : NamedSchemas.Contains(keyword) ? value!.AsObject().Select(m => m.Value)
                : Enumerable.Empty<JsonNode?>();
            foreach (var node in inner)
            {
                if (node is JsonObject or JsonValue)
                {
                    yield return node;
                }
            }
        }
    }
}
