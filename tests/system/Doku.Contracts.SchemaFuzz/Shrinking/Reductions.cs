using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Shrinking;

/// <summary>All cases that are one step smaller.</summary>
internal static class Reductions
{
    public static IEnumerable<FuzzCase> Of(FuzzCase fuzzCase)
    {
        for (var i = 1; i < fuzzCase.Files.Count; i++)
        {
            yield return fuzzCase with
            {
                Files = [.. fuzzCase.Files.Where((_, j) => j != i)],
            };
        }

        for (var i = 0; i < fuzzCase.Files.Count; i++)
        {
            foreach (var schema in Of(fuzzCase.Files[i].Schema))
            {
                if (schema is not null)
                {
                    yield return fuzzCase with
                    {
                        Files =
                        [
                            .. fuzzCase.Files.Select(
                                (f, j) => i == j ? f with { Schema = schema } : f
                            ),
                        ],
                    };
                }
            }
        }

        foreach (var instance in fuzzCase.Instances)
        {
            foreach (var smaller in Of(Json.Parse(instance)))
            {
                yield return fuzzCase with
                {
                    Instances = [Json.Text(smaller)],
                };
            }
        }
    }

    /// <summary>The trees that are one step smaller than a tree.</summary>
    private static IEnumerable<JsonNode?> Of(JsonNode? root)
    {
        foreach (var path in Paths(root, []))
        {
            foreach (var replacement in Replacements(At(root, path)))
            {
                yield return With(root, path, replacement);
            }

            if (path.Count > 0)
            {
                yield return Without(root, path);
            }
        }
    }

    private static IEnumerable<JsonNode?> Replacements(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, member) in members)
                {
                    yield return member;
                    if (member is JsonArray or JsonObject)
                    {
                        foreach (var inner in Children(member))
                        {
                            yield return inner;
                        }
                    }
                }

                yield return new JsonObject();
                yield return JsonValue.Create(true);
                yield return Json.Number("0");
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    yield return item;
                }

                yield return new JsonArray();
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                var text = value.GetValue<string>();
                yield return JsonValue.Create("");
                yield return JsonValue.Create("a");
                if (text.Length > 1)
                {
                    yield return JsonValue.Create(text[..1]);
                    yield return JsonValue.Create(text[1..]);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                yield return Json.Number("0");
                yield return Json.Number("1");
                yield return Json.Number("2");
                break;
        }
    }

    private static IEnumerable<JsonNode?> Children(JsonNode node) =>
        node is JsonArray items ? items : ((JsonObject)node).Select(m => m.Value);

    private static IEnumerable<List<object>> Paths(JsonNode? node, List<object> path)
    {
        yield return path;
        if (node is JsonObject members)
        {
            foreach (var (name, member) in members)
            {
                foreach (var inner in Paths(member, [.. path, name]))
                {
                    yield return inner;
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                foreach (var inner in Paths(items[i], [.. path, i]))
                {
                    yield return inner;
                }
            }
        }
    }

    private static JsonNode? At(JsonNode? node, IEnumerable<object> path) =>
        path.Aggregate(node, (n, step) => step is string name ? n![name] : n![(int)step]);

    private static JsonNode? With(JsonNode? root, List<object> path, JsonNode? value)
    {
        if (path.Count == 0)
        {
            return value?.DeepClone();
        }

        var clone = root!.DeepClone();
        var parent = At(clone, path.SkipLast(1))!;
        if (path[^1] is string name)
        {
            parent[name] = value?.DeepClone();
        }
        else
        {
            parent[(int)path[^1]] = value?.DeepClone();
        }

        return clone;
    }

    private static JsonNode? Without(JsonNode? root, List<object> path)
    {
        var clone = root!.DeepClone();
        var parent = At(clone, path.SkipLast(1))!;
        if (path[^1] is string name)
        {
            ((JsonObject)parent).Remove(name);
        }
        else
        {
            ((JsonArray)parent).RemoveAt((int)path[^1]);
        }

        return clone;
    }
}
