using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>Makes instances that a schema is likely to allow.</summary>
internal sealed partial class InstanceMaker(
    Dice dice,
    ValueMaker values,
    ILookup<JsonObject, JsonNode> targets
)
{
    private const int MostDepth = 6;

    public JsonNode? Make(params IEnumerable<JsonNode?> schemas) => Make(schemas, 0);

    private JsonNode? Make(IEnumerable<JsonNode?> schemas, int depth)
    {
        if (depth > 2 * MostDepth)
        {
            // What must go on for ever has no instance.
            return null;
        }

        var demands = new Demands(dice, targets);
        foreach (var schema in schemas)
        {
            demands.Add(schema);
        }

        var choices = Choices(demands).ToList();
        if (choices.Count > 0 && dice.Percent(95))
        {
            return dice.Of(choices)?.DeepClone();
        }

        return Type(demands, depth) switch
        {
            "null" => null,
            "boolean" => JsonValue.Create(dice.Percent(50)),
            "integer" => Number(demands, isWhole: true),
            "number" => Number(demands, isWhole: false),
            "string" => JsonValue.Create(Text(demands)),
            "array" => Array(demands, depth),
            _ => Object(demands, depth),
        };
    }

    private static IEnumerable<JsonNode?> Choices(Demands demands)
    {
        var consts = demands
            .All.Where(s => s.ContainsKey("const"))
            .Select(s => s["const"])
            .ToList();
        return consts.Count > 0
            ? consts
            : demands.Values("enum").OfType<JsonArray>().SelectMany(e => e);
    }

    private string Type(Demands demands, int depth)
    {
        string[] all = ["null", "boolean", "number", "integer", "string", "array", "object"];
        var types = all.ToList();
        foreach (var value in demands.Values("type"))
        {
            var allowed = value is JsonArray several
                ? several.Select(t => t!.GetValue<string>()).ToList()
                : [value.GetValue<string>()];
            if (allowed.Contains("number"))
            {
                allowed.Add("integer");
            }

            types.RemoveAll(t => !allowed.Contains(t));
        }

        if (types.Count == all.Length)
        {
            types = Spoken(demands);
        }

        if (depth >= MostDepth)
        {
            types =
            [
                .. types
                    .Where(t => t is not ("array" or "object"))
                    .DefaultIfEmpty(types.FirstOrDefault("null")),
            ];
        }

        return types.Count == 0 ? dice.Of(all) : dice.Of(types);
    }

    // Without a type, what the keywords speak of.
    private static List<string> Spoken(Demands demands)
    {
        var found = new List<string> { "string", "null" };
        foreach (var keyword in demands.All.SelectMany(s => s).Select(m => m.Key))
        {
            if (
                keyword
                is "minimum"
                    or "maximum"
                    or "exclusiveMinimum"
                    or "exclusiveMaximum"
                    or "multipleOf"
            )
            {
                found.Add("number");
            }
            else if (keyword is "minLength" or "maxLength" or "pattern" or "format")
            {
                found.AddRange(["string", "string"]);
            }
            else if (keyword.Contains("tems", StringComparison.Ordinal) || keyword == "contains")
            {
                found.AddRange(["array", "array", "array"]);
            }
            else if (
                keyword.Contains("ropert", StringComparison.Ordinal)
                || keyword is "required" or "dependentSchemas" or "dependentRequired"
            )
            {
                found.AddRange(["object", "object", "object"]);
            }
        }

        return found;
    }

    private JsonArray Array(Demands demands, int depth)
    {
        var least = demands.Values("minItems").Select(Count).DefaultIfEmpty(0).Max();
        var most = demands.Values("maxItems").Select(Count).DefaultIfEmpty(least + 3).Min();
        var isUnique = demands
            .Values("uniqueItems")
            .Any(u => u.GetValueKind() == JsonValueKind.True);
        var array = new JsonArray();
        var length = dice.Between(least, Math.Max(least, Math.Min(most, least + 3)));
        if (depth >= MostDepth)
        {
            length = least;
        }

        var contains = demands.Values("contains").ToList();
        for (var i = 0; i < length; i++)
        {
            var schemas = demands.All.SelectMany(s => ItemSchemas(s, i)).ToList();
            if (contains.Count > 0 && dice.Percent(50))
            {
                schemas.Add(dice.Of(contains));
            }

            var item = Make(schemas, depth + 1);
            for (
                var tries = 0;
                isUnique && tries < 4 && array.Any(o => JsonNode.DeepEquals(o, item));
                tries++
            )
            {
                item = Make(schemas, depth + 1);
            }

            array.Add(item);
        }

        return array;
    }

    private static IEnumerable<JsonNode?> ItemSchemas(JsonObject schema, int index) =>
        schema["prefixItems"] is JsonArray prefix && index < prefix.Count ? [prefix[index]]
        : schema["items"] is { } items ? [items]
        : schema["unevaluatedItems"] is { } rest ? [rest]
        : [];

    private static int Count(JsonNode count) => (int)Json.Decimal(count);
}
