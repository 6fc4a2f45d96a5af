namespace Doku.Contracts.Schema.Documents;

/// <summary>A schema with a URI of its own, to which the references inside it are relative.</summary>
/// <param name="uri">Its absolute URI, without a fragment.</param>
/// <param name="pointer">Where it stands in its file.</param>
/// <param name="dialect">Its <c>$schema</c>; null when it says none.</param>
public sealed class SchemaResource(string uri, string pointer, string? dialect)
{
    private readonly Dictionary<string, SchemaLocation> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaLocation> _dynamicAnchors = new(
        StringComparer.Ordinal
    );

    public string Uri { get; } = uri;

    public string Pointer { get; } = pointer;

    public string? Dialect { get; } = dialect;

    /// <summary>The schemas that <c>$anchor</c> and <c>$dynamicAnchor</c> name.</summary>
    public IReadOnlyDictionary<string, SchemaLocation> Anchors => _anchors;

    /// <summary>The schemas that <c>$dynamicAnchor</c> names.</summary>
    public IReadOnlyDictionary<string, SchemaLocation> DynamicAnchors => _dynamicAnchors;

    internal void AddAnchors(SchemaLocation schema)
    {
        if (schema.Node.TextOf("$anchor") is { } name)
        {
            _anchors[name] = schema;
        }

        if (schema.Node.TextOf("$dynamicAnchor") is { } dynamicName)
        {
            _anchors[dynamicName] = schema;
            _dynamicAnchors[dynamicName] = schema;
        }
    }
}
