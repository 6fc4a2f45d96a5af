using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <content>Keywords of objects.</content>
internal sealed partial class SchemaMaker
{
    private JsonObject Record(Scope scope)
    {
        var schema = new JsonObject();
        if (dice.Percent(88))
        {
            schema["type"] = dice.Percent(8) ? Json.Names(["object", "null"]) : "object";
        }

        var names = values.Names(1, 5);
        Properties(schema, names, scope, 70);
        if (dice.Percent(65))
        {
            Require(schema, names);
        }

        ObjectKeywords(schema, scope, names, 12);
        return schema;
    }

    private JsonObject Map(Scope scope)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (dice.Percent(80))
        {
            schema["additionalProperties"] = Schema(scope.Inside);
        }

        ObjectKeywords(schema, scope, [], 20);
        return schema;
    }

    private void Properties(
        JsonObject schema,
        IReadOnlyList<string> names,
        Scope scope,
        int shareOfLeaves
    )
    {
        var properties = new JsonObject();
        foreach (var name in names)
        {
            properties[name] = dice.Percent(shareOfLeaves)
                ? Leaf(scope.Inside)
                : Schema(scope.Inside);
        }

        schema["properties"] = properties;
    }

    private void Require(JsonObject schema, IReadOnlyList<string> names)
    {
        var required = dice.Some(names, 0, 3);
        if (dice.Percent(8))
        {
            required.Add(values.Name());
        }

        schema["required"] = Json.Names(required.Distinct(StringComparer.Ordinal));
    }

    private void ObjectKeywords(
        JsonObject schema,
        Scope scope,
        IReadOnlyList<string> names,
        int share
    )
    {
        if (!schema.ContainsKey("additionalProperties") && dice.Percent(3 * share))
        {
            schema["additionalProperties"] = dice.Percent(60) ? false : Schema(scope.Inside);
        }

        if (dice.Percent(share))
        {
            var patterns = new JsonObject();
            foreach (var (pattern, _) in dice.Some(Pools.Patterns, 1, 2))
            {
                patterns[pattern] = Schema(scope.Inside);
            }

            schema["patternProperties"] = patterns;
        }

        if (dice.Percent(share / 2))
        {
            schema["propertyNames"] = dice.Percent(70)
                ? NamesAlone()
                : Schema(scope.Inside with { Depth = 0 });
        }

        if (dice.Percent(share))
        {
            schema["minProperties"] = Count(3);
        }

        if (dice.Percent(share))
        {
            schema["maxProperties"] = Count(5);
        }

        if (dice.Percent(share))
        {
            schema["dependentRequired"] = new JsonObject
            {
                [NameIn(names)] = Json.Names(
                    values.Names(0, 1).Append(NameIn(names)).Distinct(StringComparer.Ordinal)
                ),
            };
        }

        if (dice.Percent(share / 2))
        {
            schema["dependentSchemas"] = new JsonObject
            {
                [NameIn(names)] = Beside(scope.InPlace with { Names = names }),
            };
        }

        if (dice.Percent(share / 2))
        {
            schema["unevaluatedProperties"] = dice.Percent(70) ? false : Schema(scope.Inside);
        }
    }

    private JsonObject NamesAlone()
    {
        var schema = new JsonObject();
        Text(schema);
        if (dice.Percent(20))
        {
            schema["enum"] = Json.Names(values.Names(1, 5));
        }

        return schema;
    }

    private string NameIn(IReadOnlyList<string> names) =>
        names.Count > 0 && dice.Percent(85) ? dice.Of(names) : values.Name();

    /// <summary>Something more about an object of known members.</summary>
    private JsonObject Partial(Scope scope)
    {
        var schema = new JsonObject();
        var names = dice.Some(scope.Names, 1, 2);
        if (dice.Percent(15))
        {
            schema["type"] = "object";
        }

        if (dice.Percent(50))
        {
            schema["required"] = Json.Names(names);
        }

        if (dice.Percent(60))
        {
            Properties(schema, names, scope, 90);
        }

        if (dice.Percent(25) || schema.Count == 0)
        {
            ObjectKeywords(schema, scope, names, 20);
        }

        if (dice.Percent(12))
        {
            Apply(schema, scope with { Names = names });
        }

        return schema;
    }
}
