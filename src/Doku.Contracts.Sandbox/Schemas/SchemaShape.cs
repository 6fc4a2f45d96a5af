using System.Text.Json;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>What a schema says about a value's shape, with references followed and <c>allOf</c> joined.</summary>
internal sealed class SchemaShape(SchemaFiles files)
{
    /// <summary>Deeper than any body; a schema that refers to itself ends here.</summary>
    internal const int MaxDepth = 16;

    /// <summary>The schema and every schema that holds together with it.</summary>
    internal IEnumerable<SchemaPlace> Parts(SchemaPlace place)
    {
        while (place.TryAt("$ref", out var reference))
        {
            place = files.Resolve(place.File, reference.Node.GetString()!);
        }
        yield return place;
        foreach (var keyword in (string[])["allOf", "oneOf"])
        {
            if (!place.TryAt(keyword, out var list))
            {
                continue;
            }
            // Of choices, the first is as good as any.
            var count = keyword == "oneOf" ? 1 : list.Node.GetArrayLength();
            for (var index = 0; index < count; index++)
            {
                var part = list.At(JsonPointer.Append("", index)[1..], list.Node[index]);
                foreach (var inner in Parts(part))
                {
                    yield return inner;
                }
            }
        }
    }

    internal IEnumerable<(string Name, SchemaPlace Place)> Properties(SchemaPlace place) =>
        Parts(place)
            .Where(part => part.Node.TryGetProperty("properties", out _))
            .SelectMany(part =>
            {
                part.TryAt("properties", out var all);
                return all
                    .Node.EnumerateObject()
                    .Select(one => (one.Name, all.At(one.Name, one.Value)))
                    .ToList();
            })
            .DistinctBy(property => property.Name);

    internal SchemaPlace? Find(SchemaPlace place, params ReadOnlySpan<string> path)
    {
        var current = place;
        foreach (var name in path)
        {
            var next = Properties(current).FirstOrDefault(property => property.Name == name);
            if (next.Name is null)
            {
                return null;
            }
            current = next.Place;
        }
        return current;
    }

    internal bool Requires(SchemaPlace place, string name) =>
        Parts(place)
            .Any(part =>
                part.Node.TryGetProperty("required", out var names)
                && names.EnumerateArray().Any(one => one.GetString() == name)
            );

    internal JsonElement? Keyword(SchemaPlace place, string keyword)
    {
        foreach (var part in Parts(place))
        {
            if (part.Node.TryGetProperty(keyword, out var value))
            {
                return value;
            }
        }
        return null;
    }

    internal SchemaPlace? Items(SchemaPlace place)
    {
        foreach (var part in Parts(place))
        {
            if (part.TryAt("items", out var items))
            {
                return items;
            }
        }
        return null;
    }

    internal bool IsSensitive(SchemaPlace place) =>
        Keyword(place, "x-sensitive") is { ValueKind: JsonValueKind.True }
        || (
            place.Node.TryGetProperty("x-sensitive", out var own)
            && own.ValueKind == JsonValueKind.True
        );

    internal bool Takes(SchemaPlace place, string type) =>
        Keyword(place, "type") is { } types
        && (
            types.ValueKind == JsonValueKind.Array
                ? types.EnumerateArray().Any(one => one.GetString() == type)
                : types.GetString() == type
        );
}
