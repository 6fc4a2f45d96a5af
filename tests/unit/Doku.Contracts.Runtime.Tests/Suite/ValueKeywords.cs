using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.Runtime.Assertions;

namespace Doku.Contracts.Runtime.Tests.Suite;

/// <summary>The keywords of the validation vocabulary, which hold no schemas.</summary>
internal static class ValueKeywords
{
    public static IEnumerable<Assertion> Assertions(JsonObject schema)
    {
        foreach (var (keyword, value) in schema)
        {
            if (Assertion(keyword, value) is { } assertion)
            {
                yield return assertion;
            }
        }

        foreach (var keyword in (string[])["dependentRequired", "dependencies"])
        {
            foreach (var (name, value) in schema[keyword] as JsonObject ?? [])
            {
                if (value is JsonArray required)
                {
                    yield return Rules.DependentRequired(name, Texts(required));
                }
            }
        }
    }

    // 2.0 is a count too.
    public static int? Count(JsonObject schema, string keyword) =>
        schema[keyword] is { } value ? Count(value) : null;

    private static Assertion? Assertion(string keyword, JsonNode? value) =>
        keyword switch
        {
            "type" => Rules.Types(Types(value!)),
            "const" => Rules.Enum(Json(value)),
            "enum" => Rules.Enum([.. value!.AsArray().Select(Json)]),
            "minLength" => Rules.MinLength(Count(value!)),
            "maxLength" => Rules.MaxLength(Count(value!)),
            "pattern" => Rules.Pattern(new ContractPattern(value!.GetValue<string>())),
            "minimum" => Rules.Minimum(Json(value)),
            "exclusiveMinimum" => Rules.ExclusiveMinimum(Json(value)),
            "maximum" => Rules.Maximum(Json(value)),
            "exclusiveMaximum" => Rules.ExclusiveMaximum(Json(value)),
            "multipleOf" => Rules.MultipleOf(Json(value)),
            "minItems" => Rules.MinItems(Count(value!)),
            "maxItems" => Rules.MaxItems(Count(value!)),
            "uniqueItems" => value!.GetValue<bool>() ? Rules.UniqueItems() : null,
            "minProperties" => Rules.MinProperties(Count(value!)),
            "maxProperties" => Rules.MaxProperties(Count(value!)),
            "required" => Rules.Required(Texts(value!.AsArray())),
            _ => null,
        };

    private static JsonTypes Types(JsonNode value) =>
        value is JsonArray types
            ? types.Aggregate(JsonTypes.None, (all, type) => all | Types(type!))
            : Enum.Parse<JsonTypes>(value.GetValue<string>(), ignoreCase: true);

    private static string[] Texts(JsonArray values) =>
        [.. values.Select(v => v!.GetValue<string>())];

    private static string Json(JsonNode? value) => value?.ToJsonString() ?? "null";

    private static int Count(JsonNode value) => (int)value.GetValue<JsonElement>().GetDecimal();
}
