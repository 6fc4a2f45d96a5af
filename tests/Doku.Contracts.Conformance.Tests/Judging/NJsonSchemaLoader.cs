using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>
/// Gives NJsonSchema a schema with everything that it refers to, as one document. It knows JSON Schema up to draft 7:
/// what stands beside a <c>$ref</c> is therefore put beside an <c>allOf</c> of it (and of nothing else besides, for an
/// <c>allOf</c> of one reference it takes for the reference itself), and a count written as 2.0 as 2.
/// </summary>
internal sealed class NJsonSchemaLoader
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "$schema",
        "$id",
        "$defs",
        "default",
        "examples",
    };

    private readonly SchemaLibrary _library;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly JsonObject _definitions = [];

    private NJsonSchemaLoader(SchemaLibrary library)
    {
        _library = library;
    }

    public static JsonSchema Load(SchemaLibrary library, SchemaPart root)
    {
        var loader = new NJsonSchemaLoader(library);
        var name = loader.Define(root, root.File + "#");
        var document = (JsonObject)loader._definitions[name]!.DeepClone();
        document["definitions"] = loader._definitions;
        return JsonSchema.FromJsonAsync(document.ToJsonString()).GetAwaiter().GetResult();
    }

    private string Define(SchemaPart schema, string key)
    {
        if (!_keys.TryGetValue(key, out var name))
        {
            name = $"schema{_keys.Count}";
            _keys.Add(key, name);
            _definitions[name] = Copy(schema);
        }

        return name;
    }

    private JsonObject Copy(SchemaPart schema)
    {
        var copy = new JsonObject();
        if (schema.Node.ValueKind != JsonValueKind.Object)
        {
            // It has no schemas that are true or false.
            return schema.Node.ValueKind == JsonValueKind.True
                ? copy
                : new JsonObject { ["not"] = copy };
        }

        foreach (var keyword in schema.Node.EnumerateObject())
        {
            if (LeftOut.Contains(keyword.Name))
            {
                continue;
            }

            copy[keyword.Name] = keyword.Name switch
            {
                "$ref" => Reference(schema, keyword.Value.GetString()!),
                "properties" => new JsonObject(
                    keyword
                        .Value.EnumerateObject()
                        .Select(p =>
                            KeyValuePair.Create(p.Name, (JsonNode?)Copy(schema.At(p.Value)))
                        )
                ),
                "allOf" or "anyOf" or "oneOf" => new JsonArray([
                    .. keyword.Value.EnumerateArray().Select(part => Copy(schema.At(part))),
                ]),
                "items" or "if" or "then" or "else" => Copy(schema.At(keyword.Value)),
                "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object => Copy(
                    schema.At(keyword.Value)
                ),
                "minLength" or "maxLength" or "minItems" or "maxItems" => (int)
                    keyword.Value.GetDecimal(),
                _ => JsonNode.Parse(keyword.Value.GetRawText()),
            };
        }

        if (copy.Count > 1 && copy["$ref"] is { } reference)
        {
            copy.Remove("$ref");
            var all = copy["allOf"]?.DeepClone() as JsonArray ?? [];
            all.Add(new JsonObject { ["$ref"] = reference });
            copy["allOf"] = all;
        }

        if (copy["allOf"] is JsonArray { Count: 1 } single)
        {
            single.Add(new JsonObject());
        }

        return copy;
    }

    private JsonNode Reference(SchemaPart schema, string reference)
    {
        var target = _library.Resolve(schema.File, reference);
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var key = target.File + (hash < 0 ? "#" : reference[hash..]);
        return $"#/definitions/{Define(target, key)}";
    }
}
