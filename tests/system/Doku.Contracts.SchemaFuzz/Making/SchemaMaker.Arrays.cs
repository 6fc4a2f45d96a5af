using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <content>Keywords of arrays.</content>
internal sealed partial class SchemaMaker
{
    private JsonObject List(Scope scope)
    {
        var schema = new JsonObject { ["type"] = "array" };
        if (dice.Percent(80))
        {
            schema["items"] = Schema(scope.Inside);
        }

        ArrayKeywords(schema, scope, 15);
        return schema;
    }

    private JsonObject Tuple(Scope scope)
    {
        var schema = new JsonObject();
        if (dice.Percent(80))
        {
            schema["type"] = "array";
        }

        schema["prefixItems"] = Json.Array(
            Enumerable.Range(0, dice.Between(1, 3)).Select(_ => Schema(scope.Inside))
        );
        if (dice.Percent(45))
        {
            schema["items"] = dice.Percent(40) ? false : Schema(scope.Inside);
        }

        ArrayKeywords(schema, scope, 15);
        return schema;
    }

    private void ArrayKeywords(JsonObject schema, Scope scope, int share)
    {
        if (dice.Percent(share))
        {
            schema["minItems"] = Count(3);
        }

        if (dice.Percent(share))
        {
            schema["maxItems"] = Count(4);
        }

        if (dice.Percent(share))
        {
            schema["uniqueItems"] = dice.Percent(85);
        }

        if (dice.Percent(share))
        {
            schema["contains"] = Schema(scope.Inside with { Depth = 1 });
            if (dice.Percent(40))
            {
                schema["minContains"] = Count(2);
            }

            if (dice.Percent(40))
            {
                schema["maxContains"] = Count(3);
            }
        }

        if (dice.Percent(share / 2))
        {
            schema["unevaluatedItems"] = dice.Percent(60) ? false : Schema(scope.Inside);
        }
    }
}
