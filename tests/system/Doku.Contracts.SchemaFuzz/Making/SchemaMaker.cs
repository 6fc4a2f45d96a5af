using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>Makes schemas: many that look as contracts do, and some of anything that the vocabulary allows.</summary>
internal sealed partial class SchemaMaker(Dice dice, ValueMaker values, Definitions definitions)
{
    private const int MostNodes = 60;
    private int _nodes;

    public Dice Dice => dice;

    public bool AssertsFormat { get; init; }

    public JsonNode Root(Scope scope) =>
        dice.Weighted<Func<JsonNode>>(
            (55, () => Whole(Record(scope), scope)),
            (15, () => Whole(Choice(scope), scope)),
            (5, () => Whole(List(scope), scope)),
            (25, () => Schema(scope))
        )();

    /// <summary>A schema of any kind.</summary>
    public JsonNode Schema(Scope scope)
    {
        if (_nodes++ > MostNodes || scope.Depth <= 0)
        {
            return Leaf(scope);
        }

        return dice.Weighted<Func<JsonNode>>(
            (28, () => Whole(Record(scope), scope)),
            (22, () => Leaf(scope)),
            (9, () => Whole(List(scope), scope)),
            (5, () => Whole(Tuple(scope), scope)),
            (7, () => Whole(Choice(scope), scope)),
            (6, () => Whole(Map(scope), scope)),
            (9, () => Whole(Typeless(scope), scope)),
            (8, () => Whole(Union(scope), scope)),
            (6, () => Whole(new JsonObject(), scope))
        )();
    }

    /// <summary>A schema beside another one, of the same value.</summary>
    private JsonNode Beside(Scope scope) =>
        scope.Names.Count == 0 || dice.Percent(25) ? Schema(scope)
        : dice.Percent(3) ? JsonValue.Create(dice.Percent(70))
        : Partial(scope);

    /// <summary>A schema of one value without others inside it, or a reference.</summary>
    private JsonNode Leaf(Scope scope)
    {
        _nodes++;
        var schema = new JsonObject();
        switch (dice.Below(20))
        {
            case < 5:
                schema["type"] = "string";
                Text(schema);
                break;
            case < 8:
                schema["type"] = dice.Percent(55) ? "integer" : "number";
                Number(schema);
                break;
            case 8:
                schema["type"] = "boolean";
                break;
            case 9:
                Nullable(schema, dice.Either("string", "integer", "number", "boolean"));
                break;
            case < 12:
                Enumeration(schema);
                break;
            case 12:
                schema["const"] = values.Any(1);
                break;
            case < 16:
                if (definitions.Refer(schema, scope) && dice.Percent(25))
                {
                    Typeless(schema);
                }

                break;
            case 16:
                return JsonValue.Create(dice.Percent(75));
            case 17:
                Typeless(schema);
                break;
            case 18:
                schema["type"] = Types();
                Typeless(schema);
                break;
            default:
                schema["type"] = dice.Either("object", "array", "null", "string", "integer");
                break;
        }

        Annotate(schema);
        return schema;
    }

    private void Nullable(JsonObject schema, string type)
    {
        schema["type"] = Json.Names(dice.Percent(50) ? [type, "null"] : ["null", type]);
        if (type == "string")
        {
            Text(schema);
        }
        else if (type != "boolean")
        {
            Number(schema);
        }
    }

    private void Enumeration(JsonObject schema)
    {
        var isText = dice.Percent(60);
        var members = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        for (var left = dice.Between(1, 4); left > 0; left--)
        {
            var value = isText ? JsonValue.Create(values.Text()) : values.Any(1);
            members[Json.Text(value)] = value;
        }

        if (isText && dice.Percent(60))
        {
            schema["type"] = "string";
        }

        schema["enum"] = Json.Array(members.Values);
        if (dice.Percent(15))
        {
            Typeless(schema);
        }
    }

    private void Typeless(JsonObject schema)
    {
        if (dice.Percent(50))
        {
            Text(schema);
        }

        if (dice.Percent(50))
        {
            Number(schema);
        }
    }

    private JsonArray Types() =>
        Json.Names(
            dice.Some(["null", "boolean", "integer", "number", "string", "array", "object"], 1, 4)
        );

    private void Annotate(JsonObject schema)
    {
        if (dice.Percent(10))
        {
            schema["description"] = dice.Of(Pools.Descriptions);
        }

        if (dice.Percent(2))
        {
            schema["title"] = dice.Of(Pools.Descriptions);
        }

        if (dice.Percent(2))
        {
            schema["default"] = values.Any(1);
        }

        if (dice.Percent(1))
        {
            schema["deprecated"] = true;
        }

        if (dice.Percent(1))
        {
            schema["examples"] = Json.Array([values.Any(1)]);
        }

        if (dice.Percent(1))
        {
            schema["$comment"] = dice.Of(Pools.Descriptions);
        }
    }
}
