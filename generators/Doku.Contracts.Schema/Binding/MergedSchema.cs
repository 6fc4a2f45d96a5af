using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>A schema with everything that its <c>$ref</c>s and <c>allOf</c>s add to it.</summary>
internal sealed class MergedSchema
{
    private readonly HashSet<string> _passed = new(StringComparer.Ordinal);

    /// <summary>The schemas that were merged, the outermost first.</summary>
    public List<SchemaLocation> Parts { get; } = [];

    /// <summary>The JSON types that every part allows, in the outermost's order; null when no part says one.</summary>
    public List<string>? Types { get; private set; }

    /// <summary>The members, each with every schema that is said of it.</summary>
    public List<(string Name, List<SchemaLocation> Schemas)> Properties { get; } = [];

    public List<SchemaLocation> Items { get; } = [];

    /// <summary>What members besides the named ones hold; empty when the schema doesn't say.</summary>
    public List<SchemaLocation> Additional { get; } = [];

    /// <summary>Whether the types besides <c>null</c> are the given ones.</summary>
    public bool IsOf(params IReadOnlyList<string> types) =>
        TypesWithoutNull is { } own && own.SequenceEqual(types);

    /// <summary>Whether null is a value. An enumeration or a constant is never null, whatever the type says.</summary>
    public bool AllowsNull =>
        Types?.Contains("null") == true && First("enum") is null && First("const") is null;

    public IReadOnlyList<string>? TypesWithoutNull => Types?.Where(t => t != "null").ToList();

    public static MergedSchema Merge(
        BindingContext context,
        params IEnumerable<SchemaLocation> locations
    )
    {
        var merged = new MergedSchema();
        foreach (var location in locations)
        {
            merged.Add(context, location);
        }

        return merged;
    }

    /// <summary>The first part's value of a keyword, with its place.</summary>
    public (SchemaLocation Location, SchemaNode Value)? First(string keyword)
    {
        foreach (var part in Parts)
        {
            if (part.Node[keyword] is { } value)
            {
                return (part, value);
            }
        }

        return null;
    }

    /// <summary>Every part's value of a keyword.</summary>
    public IEnumerable<(SchemaLocation Location, SchemaNode Value)> All(string keyword)
    {
        foreach (var part in Parts)
        {
            if (part.Node[keyword] is { } value)
            {
                yield return (part, value);
            }
        }
    }

    public bool IsTrue(string keyword) => Parts.Any(part => part.Node.IsTrue(keyword));

    public decimal? Largest(string keyword) =>
        Numbers(keyword).Aggregate((decimal?)null, (a, b) => a is null || b > a ? b : a);

    public decimal? Smallest(string keyword) =>
        Numbers(keyword).Aggregate((decimal?)null, (a, b) => a is null || b < a ? b : a);

    private IEnumerable<decimal> Numbers(string keyword) =>
        All(keyword).Select(found => found.Value.AsNumber() ?? 0);

    private void Add(BindingContext context, SchemaLocation location)
    {
        if (!_passed.Add(location.Key))
        {
            // The same part twice adds nothing; one that is inside itself would never end.
            return;
        }

        Parts.Add(location);
        AddTypes(location);
        foreach (var member in location.Node["properties"]?.Members ?? [])
        {
            AddProperty(member.Name, location.Child("properties", member.Name, member.Value));
        }

        if (location.Node["items"] is { } items)
        {
            Items.Add(location.Child("items", items));
        }

        if (location.Node["additionalProperties"] is { IsObject: true } additional)
        {
            Additional.Add(location.Child("additionalProperties", additional));
        }

        if (location.Node["$ref"] is { } reference)
        {
            if (context.Resolve(location, reference) is { } target)
            {
                if (_passed.Contains(target.Key))
                {
                    context.Report(location, Rule.CyclicReference, reference.Range, reference.Text);
                }

                Add(context, target);
            }
        }

        var index = 0;
        foreach (var node in location.Node["allOf"]?.Items ?? (IReadOnlyList<SchemaNode>)[])
        {
            Add(context, location.Child("allOf", index++, node));
        }
    }

    private void AddProperty(string name, SchemaLocation schema)
    {
        var known = Properties.FindIndex(p => p.Name == name);
        if (known < 0)
        {
            Properties.Add((name, [schema]));
        }
        else
        {
            Properties[known].Schemas.Add(schema);
        }
    }

    private void AddTypes(SchemaLocation location)
    {
        if (location.Node["type"] is not { } type)
        {
            return;
        }

        List<string> types = type.IsArray ? [.. type.Items.Select(i => i.Text)] : [type.Text];
        // Every integer is a number, so the narrower of the two is what both allow.
        Types = Types is null
            ? types
            :
            [
                .. Types
                    .Select(t =>
                        types.Contains(t) ? t
                        : t == "integer" && types.Contains("number") ? "integer"
                        : t == "number" && types.Contains("integer") ? "integer"
                        : ""
                    )
                    .Where(t => t.Length > 0),
            ];
    }
}
