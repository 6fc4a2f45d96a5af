using System.Globalization;
using System.Text.Json.Nodes;

namespace Doku.Contracts.Conformance.Tests.Corpus;

/// <summary>Schemas put together at random from the whole profile. The same seed gives the same schemas.</summary>
internal sealed class RandomSchemas
{
    private const int Count = 70;

    private readonly Random _random;
    private readonly RandomValues _values;
    private readonly JsonObject _definitions = [];

    private RandomSchemas(int seed)
    {
        _random = new Random(seed);
        _values = new RandomValues(_random, _definitions);
    }

    public static void AddTo(SchemaCorpus corpus, int seed)
    {
        for (var i = 0; i < Count; i++)
        {
            var schema = new RandomSchemas(seed * 1000 + i).Root();
            corpus.Add(
                string.Create(CultureInfo.InvariantCulture, $"random: {seed}/{i}"),
                schema.ToJsonString(),
                [],
                []
            );
        }
    }

    private JsonObject Root()
    {
        for (var i = _random.Next(3); i > 0; i--)
        {
            _definitions.Add($"def{_definitions.Count}", _values.Value(depth: 1));
        }

        var root = _values.Object(depth: 0);
        AddRules(root);
        if (_definitions.Count > 0)
        {
            root["$defs"] = _definitions;
        }

        return root;
    }

    private void AddRules(JsonObject root)
    {
        // What may be null can't take part: in C# an optional member that is null is one that is absent.
        var members = root["properties"]!
            .AsObject()
            .Where(p => p.Value!["type"] is JsonValue)
            .Select(p => (Name: p.Key, Schema: p.Value!.AsObject()))
            .ToList();
        if (members.Count < 2)
        {
            return;
        }

        if (_random.Next(3) == 0)
        {
            var (trigger, needed) = Two(members);
            root["dependentRequired"] = new JsonObject { [trigger] = new JsonArray(needed) };
        }

        if (_random.Next(3) == 0)
        {
            AddCondition(root, members);
        }
    }

    private void AddCondition(JsonObject root, List<(string Name, JsonObject Schema)> members)
    {
        var (asked, needed) = Two(members);
        var test = new JsonObject();
        if (Question(members.Find(m => m.Name == asked).Schema) is { } question)
        {
            test["properties"] = new JsonObject { [asked] = question };
        }

        if (test.Count == 0 || _random.Next(2) == 0)
        {
            test["required"] = new JsonArray(asked);
        }

        root["if"] = test;
        root["then"] = Branch(members, needed);
        if (_random.Next(2) == 0)
        {
            root["else"] = Branch(members, asked);
        }
    }

    private JsonObject Branch(List<(string Name, JsonObject Schema)> members, string name) =>
        _random.Next(2) == 0 && Question(members.Find(m => m.Name == name).Schema) is { } demand
            ? new JsonObject { ["properties"] = new JsonObject { [name] = demand } }
            : new JsonObject { ["required"] = new JsonArray(name) };

    private JsonObject? Question(JsonObject schema)
    {
        switch (schema["type"]!.GetValue<string>())
        {
            case "string" when schema["enum"] is JsonArray texts:
                return new JsonObject { ["const"] = texts[0]!.DeepClone() };
            case "string":
                return _random.Next(2) == 0
                    ? new JsonObject { ["maxLength"] = _random.Next(1, 6) }
                    : new JsonObject { ["pattern"] = "^[a-z0-9]*$" };
            case "integer" or "number":
                return new JsonObject { ["minimum"] = _random.Next(-3, 20) };
            case "boolean" when schema["const"] is null:
                return new JsonObject { ["const"] = _random.Next(2) == 0 };
            case "array":
                return new JsonObject { ["minItems"] = _random.Next(1, 3) };
            default:
                return null;
        }
    }

    private (string First, string Second) Two(List<(string Name, JsonObject Schema)> members)
    {
        var first = _random.Next(members.Count);
        var second = (first + 1 + _random.Next(members.Count - 1)) % members.Count;
        return (members[first].Name, members[second].Name);
    }
}
