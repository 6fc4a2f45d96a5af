using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;
using Doku.Contracts.SchemaFuzz.Reading;

namespace Doku.Contracts.SchemaFuzz.Checking;

/// <summary>Schemas with members that must be records, which their <c>x-name</c> tells.</summary>
internal static class Records
{
    private const string Prefix = "Shape";

    private static readonly string[] Lists = ["prefixItems", "anyOf", "oneOf"];
    private static readonly string[] Maps = ["properties", "patternProperties", "$defs"];
    private static readonly string[] Ones = ["items", "additionalProperties"];

    // What else a value must be is said elsewhere, and may leave no object at all.
    private static readonly string[] Elsewhere = ["const", "enum", "$ref", "$dynamicRef"];

    /// <summary>Names every schema with members that stands where a C# type is made.</summary>
    public static void Name(JsonNode? file, ref int count)
    {
        if (file is not JsonObject schema)
        {
            return;
        }

        foreach (var inner in Inner(schema))
        {
            if (IsRecord(inner))
            {
                inner["x-name"] = $"{Prefix}{count++}";
            }

            Name(inner, ref count);
        }
    }

    /// <summary>Which of them aren't records.</summary>
    public static IEnumerable<Fault> Faults(
        GeneratedCode code,
        FuzzCase fuzzCase,
        Statistics statistics
    )
    {
        foreach (var file in fuzzCase.Files)
        {
            foreach (var name in NamesIn(file.Schema))
            {
                var isRecord =
                    code.TypeOf(fuzzCase, name) is { } type && GeneratedCode.HasCodec(type);
                statistics.AddRecord(isRecord);
                if (!isRecord)
                {
                    yield return new Fault("no record", $"{name} is no record");
                }
            }
        }
    }

    private static IEnumerable<string> NamesIn(JsonNode? node) =>
        node is not JsonObject schema
            ? []
            : Inner(schema)
                .SelectMany(inner =>
                    (
                        IsRecord(inner) && inner["x-name"]?.GetValue<string>() is { } name
                            ? new[] { name }
                            : []
                    ).Concat(NamesIn(inner))
                );

    private static IEnumerable<JsonObject> Inner(JsonObject schema) =>
        Ones.Select(k => schema[k])
            .Concat(Lists.SelectMany(k => schema[k] as JsonArray ?? []))
            .Concat(Maps.SelectMany(k => (schema[k] as JsonObject ?? []).Select(m => m.Value)))
            .OfType<JsonObject>();

    private static bool IsRecord(JsonObject schema) =>
        schema["properties"] is JsonObject { Count: > 0 }
        && !Elsewhere.Any(schema.ContainsKey)
        && AllowsObject(schema);

    private static bool AllowsObject(JsonNode? node) =>
        node is not JsonObject schema
            ? node?.GetValueKind() != JsonValueKind.False
            : !Elsewhere.Any(schema.ContainsKey)
                && schema["type"] switch
                {
                    null => true,
                    JsonArray types => types.Any(t => t!.GetValue<string>() == "object"),
                    var type => type.GetValue<string>() == "object",
                }
                && (schema["allOf"] as JsonArray ?? []).All(AllowsObject);
}
