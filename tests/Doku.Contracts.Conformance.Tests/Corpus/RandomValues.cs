using System.Globalization;
using System.Text.Json.Nodes;

namespace Doku.Contracts.Conformance.Tests.Corpus;

/// <summary>The schemas of single values, put together at random.</summary>
internal sealed class RandomValues(Random random, JsonObject definitions)
{
    private const int MaxDepth = 3;

    private static readonly string[] Patterns =
    [
        "^[a-z]*$",
        "^[A-Za-z0-9 .,'\\-\\/]*$",
        "^[^|<>]*$",
        "^[0-9]+$",
        "^[A-Z]{2}-[0-9]{2,4}$",
        "^[a-z]+(?:-[a-z]+)*$",
        "^(?:yes|no|a{2,3})$",
        "^\\d{1,3}(?:\\.\\d+)?$",
        "^[à-ÿ😀-😂a-f]*$",
        "x[0-9]",
    ];

    private static readonly string[] Formats =
    [
        "date",
        "time",
        "date-time",
        "duration",
        "uri",
        "email",
        "uuid",
        "ipv4",
        "ipv6",
        "doku-jakarta",
        "doku-utc",
    ];

    private static readonly string[] Multiples = ["0.01", "0.5", "1", "3", "0.25", "7"];

    private static readonly string[][] Enumerations =
    [
        ["red", "green", "blue"],
        ["A"],
        ["PAID", "OPEN", "3D"],
        ["é", "😀", "a/b"],
    ];

    public JsonObject Value(int depth) =>
        random.Next(depth < MaxDepth ? 20 : 12) switch
        {
            0 or 1 => Text(),
            2 or 3 => Pattern(),
            4 => Format(),
            5 => new JsonObject { ["type"] = "string", ["enum"] = ToArray(Pick(Enumerations)) },
            6 => Number("integer"),
            7 => Number("number"),
            8 => new JsonObject { ["type"] = "boolean" },
            9 => Constant(),
            10 => Tolerant(),
            11 => MayBeNull(
                random.Next(3) switch
                {
                    0 => Text(),
                    1 => Number("integer"),
                    _ => Format(),
                }
            ),
            12 or 13 => List(depth),
            14 => new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = Value(depth + 1),
            },
            15 or 16 => Object(depth + 1),
            17 => Union(depth + 1),
            18 => Reference() ?? Object(depth + 1),
            _ => MayBeNull(Object(depth + 1)),
        };

    public JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        for (var i = random.Next(1, depth == 0 ? 7 : 4); i > 0; i--)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"m{depth}_{properties.Count}");
            properties.Add(name, Value(depth));
            if (random.Next(2) == 0)
            {
                required.Add(name);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        switch (random.Next(5))
        {
            case 0:
                schema["additionalProperties"] = false;
                break;
            case 1:
                schema["additionalProperties"] = true;
                break;
            case 2 when depth < MaxDepth:
                schema["additionalProperties"] = Value(depth + 1);
                break;
        }

        return schema;
    }

    private JsonObject Text()
    {
        var schema = new JsonObject { ["type"] = "string" };
        var min = random.Next(4);
        if (random.Next(2) == 0)
        {
            schema["minLength"] = min;
        }

        if (random.Next(3) > 0)
        {
            schema["maxLength"] = min + random.Next(8);
        }

        return schema;
    }

    private JsonObject Pattern()
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = Pick(Patterns) };
        if (random.Next(3) == 0)
        {
            schema["maxLength"] = random.Next(6, 12);
        }

        return schema;
    }

    private JsonObject Format() => new() { ["type"] = "string", ["format"] = Pick(Formats) };

    private JsonObject Number(string type)
    {
        var schema = new JsonObject { ["type"] = type };
        var low = random.Next(-50, 50);
        var isFraction = type == "number" && random.Next(2) == 0;
        JsonNode Bound(int value) => isFraction ? value + 0.25m : value;
        if (random.Next(3) > 0)
        {
            schema[random.Next(3) == 0 ? "exclusiveMinimum" : "minimum"] = Bound(low);
        }

        if (random.Next(3) > 0)
        {
            schema[random.Next(3) == 0 ? "exclusiveMaximum" : "maximum"] = Bound(
                low + random.Next(8, 100)
            );
        }

        if (random.Next(3) == 0)
        {
            schema["multipleOf"] = JsonNode.Parse(Pick(Multiples));
        }

        return schema;
    }

    private JsonObject Constant() =>
        random.Next(5) switch
        {
            0 => new JsonObject { ["type"] = "string", ["const"] = Pick(Pick(Enumerations)) },
            1 => new JsonObject { ["type"] = "integer", ["const"] = random.Next(-5, 5) },
            2 => new JsonObject { ["type"] = "boolean", ["const"] = random.Next(2) == 0 },
            3 => new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(1, 2, 40) },
            _ => new JsonObject { ["type"] = "number", ["enum"] = new JsonArray(0.5m, 1, -2.25m) },
        };

    private JsonObject Tolerant() =>
        random.Next(2) == 0
            ? new JsonObject
            {
                ["type"] = new JsonArray("integer", "string"),
                ["pattern"] = "^[0-9]+$",
            }
            : new JsonObject
            {
                ["type"] = new JsonArray("array", "string"),
                ["items"] = new JsonObject { ["type"] = "string", ["maxLength"] = 5 },
                ["maxLength"] = 5,
                ["maxItems"] = random.Next(1, 4),
            };

    private JsonObject List(int depth)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Value(depth + 1) };
        var min = random.Next(3);
        if (random.Next(2) == 0)
        {
            schema["minItems"] = min;
        }

        if (random.Next(2) == 0)
        {
            schema["maxItems"] = min + random.Next(1, 4);
        }

        // Of objects, only those that keep every member can be compared; simple values always can.
        if (
            random.Next(3) == 0
            && schema["items"]!["type"] is JsonValue type
            && type.GetValue<string>() is not ("object" or "array")
        )
        {
            schema["uniqueItems"] = true;
        }

        return schema;
    }

    private JsonObject Union(int depth)
    {
        var branches = new JsonArray();
        foreach (var text in Enumerations[0].Take(random.Next(2, 4)))
        {
            var branch = Object(depth);
            branch["properties"]!["kind"] = new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray(text),
            };
            var required = branch["required"] as JsonArray ?? [];
            required.Add("kind");
            branch["required"] = required.DeepClone();
            branches.Add(branch);
        }

        return new JsonObject { ["oneOf"] = branches };
    }

    private JsonObject? Reference() =>
        definitions.Count == 0
            ? null
            : new JsonObject
            {
                ["$ref"] = "#/$defs/" + definitions.ElementAt(random.Next(definitions.Count)).Key,
            };

    private static JsonObject MayBeNull(JsonObject schema)
    {
        schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        return schema;
    }

    private static JsonArray ToArray(string[] texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
