using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <content>Keywords of texts and numbers.</content>
internal sealed partial class SchemaMaker
{
    private void Text(JsonObject schema)
    {
        if (dice.Percent(30))
        {
            schema["minLength"] = Count(3);
        }

        if (dice.Percent(35))
        {
            schema["maxLength"] = Count(5);
        }

        if (dice.Percent(30))
        {
            schema["pattern"] = dice.Of(Pools.Patterns).Pattern;
        }

        if (dice.Percent(12))
        {
            schema["format"] = dice.Of(AssertsFormat ? Pools.AssertedFormats : Pools.Formats);
        }

        if (dice.Percent(2))
        {
            schema["contentEncoding"] = "base64";
            schema["contentMediaType"] = "application/json";
            schema["contentSchema"] = new JsonObject { ["type"] = "object" };
        }
    }

    private void Number(JsonObject schema)
    {
        if (dice.Percent(35))
        {
            schema[dice.Percent(70) ? "minimum" : "exclusiveMinimum"] = values.Number();
        }

        if (dice.Percent(35))
        {
            schema[dice.Percent(70) ? "maximum" : "exclusiveMaximum"] = values.Number();
        }

        if (dice.Percent(20))
        {
            schema["multipleOf"] = Json.Number(dice.Of(Pools.Divisors));
        }
    }

    // A count may be written as any number that is whole.
    private JsonNode Count(int most)
    {
        var count = dice.Between(0, most);
        return Json.Number(
            dice.Percent(5)
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count}.0")
                : count.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}
