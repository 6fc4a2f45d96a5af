using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <content>Schemas of several others of the same value.</content>
internal sealed partial class SchemaMaker
{
    /// <summary>Adds what may stand on any schema.</summary>
    private JsonObject Whole(JsonObject schema, Scope scope)
    {
        var names = schema["properties"] is JsonObject properties
            ? [.. properties.Select(p => p.Key)]
            : scope.Names;
        for (var share = schema.Count == 0 ? 100 : 30; dice.Percent(share); share /= 3)
        {
            Apply(schema, scope with { Names = names });
        }

        Annotate(schema);
        return schema;
    }

    /// <summary>Adds one way to speak of the same value with other schemas.</summary>
    private void Apply(JsonObject schema, Scope scope)
    {
        var inner = scope.InPlace;
        switch (dice.Below(20))
        {
            case < 5:
                schema["allOf"] = Besides(inner, 1, 3);
                break;
            case < 8:
                schema["anyOf"] = Besides(inner, 1, 3);
                break;
            case < 11:
                schema["oneOf"] = Besides(inner, 1, 3);
                break;
            case < 13:
                schema["not"] = Beside(inner);
                break;
            case < 16:
                Conditional(schema, inner);
                break;
            case 16:
                definitions.Refer(schema, scope);
                break;
            case 17:
                schema["unevaluatedProperties"] = dice.Percent(70) ? false : Schema(inner.Inside);
                break;
            case 18:
                schema["unevaluatedItems"] = dice.Percent(70) ? false : Schema(inner.Inside);
                break;
            default:
                schema["const"] = values.Any(1);
                break;
        }
    }

    private void Conditional(JsonObject schema, Scope scope)
    {
        if (dice.Percent(95))
        {
            schema["if"] = Beside(scope);
        }

        if (dice.Percent(75))
        {
            schema["then"] = Beside(scope);
        }

        if (dice.Percent(55))
        {
            schema["else"] = Beside(scope);
        }
    }

    private JsonArray Besides(Scope scope, int least, int most) =>
        Json.Array(Enumerable.Range(0, dice.Between(least, most)).Select(_ => Beside(scope)));

    /// <summary>One of several, as contracts say it: told apart by a member, by type, or not at all.</summary>
    private JsonObject Choice(Scope scope)
    {
        var keyword = dice.Percent(65) ? "oneOf" : "anyOf";
        var schema = new JsonObject();
        if (dice.Percent(30))
        {
            schema["type"] = "object";
        }

        var discriminator = values.Name();
        var isText = dice.Percent(85);
        var branches = new JsonArray();
        switch (dice.Below(10))
        {
            case < 5:
                var tags = dice.Some(Pools.Texts, 2, 3);
                foreach (var tag in tags)
                {
                    JsonNode value = isText ? JsonValue.Create(tag) : values.Number();
                    branches.Add(Tagged(Record(scope.InPlace), discriminator, value));
                }

                break;
            case < 7:
                branches.Add(new JsonObject { ["type"] = "null" });
                branches.Add(Schema(scope.InPlace));
                break;
            default:
                schema.Remove("type");
                branches = Besides(scope.InPlace, 2, 3);
                break;
        }

        schema[keyword] = branches;
        return schema;
    }

    private JsonObject Tagged(JsonObject record, string name, JsonNode value)
    {
        var tag = new JsonObject();
        if (dice.Percent(50))
        {
            tag["const"] = value;
        }
        else
        {
            tag["enum"] = Json.Array([value]);
        }

        ((JsonObject)record["properties"]!)[name] = tag;
        var required = record["required"] as JsonArray ?? [];
        if (dice.Percent(85) && !required.Any(r => r!.GetValue<string>() == name))
        {
            required.Add(name);
        }

        record["required"] ??= required;
        return record;
    }

    private JsonObject Typeless(Scope scope)
    {
        var schema = new JsonObject();
        Mixed(schema, scope);
        return schema;
    }

    private JsonObject Union(Scope scope)
    {
        var schema = new JsonObject { ["type"] = Types() };
        Mixed(schema, scope);
        return schema;
    }

    private void Mixed(JsonObject schema, Scope scope)
    {
        if (dice.Percent(40))
        {
            Text(schema);
        }

        if (dice.Percent(40))
        {
            Number(schema);
        }

        if (dice.Percent(40))
        {
            ArrayKeywords(schema, scope, 30);
        }

        if (dice.Percent(30))
        {
            schema["items"] = Schema(scope.Inside);
        }

        if (dice.Percent(45))
        {
            ObjectKeywords(schema, scope, [], 25);
        }

        if (dice.Percent(35))
        {
            var names = values.Names(1, 3);
            Properties(schema, names, scope, 80);
            Require(schema, names);
        }
    }
}
