using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Judges;

/// <summary>A way in which one of the judges is known to differ from the specification.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Specification">What the specification says instead.</param>
/// <param name="IsAjv">Whether it is ajv; else it is hyperjump.</param>
/// <param name="Applies">Whether a case's schemas may show it.</param>
internal sealed record Deviation(
    string Name,
    string Specification,
    bool IsAjv,
    Func<IReadOnlyList<JsonObject>, bool> Applies
);

/// <summary>
/// The only reasons for which a judge may be wrong, and only while the other agrees with generated code.
/// </summary>
internal static class Deviations
{
    private static readonly string[] Branches =
    [
        "if",
        "anyOf",
        "oneOf",
        "not",
        "dependentSchemas",
        "$ref",
        "$dynamicRef",
    ];

    public static IReadOnlyList<Deviation> All { get; } =
    [
        new(
            "ajv passes over a missing member whose name is empty",
            "Validation 6.5.3, 6.5.4: every name in the array must be the name of a member.",
            IsAjv: true,
            schemas =>
                schemas.Any(s =>
                    HasEmptyName(s["required"])
                    || s["dependentRequired"] is JsonObject rules
                        && rules.Any(r => HasEmptyName(r.Value))
                )
        ),
        new(
            "ajv passes over 'contains' of any item beside 'prefixItems'",
            "Core 10.3.1.3: an array must have at least one item that fits.",
            IsAjv: true,
            schemas => schemas.Any(s => s.ContainsKey("contains") && s.ContainsKey("prefixItems"))
        ),
        new(
            "ajv takes every item of an array with 'contains' for evaluated",
            "Core 10.3.1.3: the annotation holds the items that fit.",
            IsAjv: true,
            schemas => Uses(schemas, "contains") && Uses(schemas, "unevaluatedItems")
        ),
        new(
            "ajv takes what a failed 'if' has seen for evaluated",
            "Core 7.7.1.2: a schema that fails gives no annotations.",
            IsAjv: true,
            schemas => Uses(schemas, "if") && UsesUnevaluated(schemas)
        ),
        new(
            "ajv loses what was evaluated beside other schemas of the same value",
            "Core 11.2, 11.3: annotations of adjacent keywords and of subschemas in place count alike.",
            IsAjv: true,
            schemas => Branches.Any(b => Uses(schemas, b)) && UsesUnevaluated(schemas)
        ),
        new(
            "hyperjump takes an empty pattern beside 'additionalProperties' for none",
            "Core 10.3.2.3: names that match a pattern aren't additional; the empty one matches any.",
            IsAjv: false,
            schemas =>
                schemas.Any(s =>
                    s["patternProperties"] is JsonObject patterns
                    && patterns.ContainsKey("")
                    && s.ContainsKey("additionalProperties")
                )
        ),
    ];

    /// <summary>Why a judge is wrong about a case; null when nothing known explains it.</summary>
    public static Deviation? Explain(FuzzCase fuzzCase, bool isAjv)
    {
        var schemas = fuzzCase.Files.SelectMany(file => Objects(file.Schema)).ToList();
        return All.FirstOrDefault(d => d.IsAjv == isAjv && d.Applies(schemas));
    }

    private static bool Uses(IReadOnlyList<JsonObject> schemas, string keyword) =>
        schemas.Any(s => s.ContainsKey(keyword));

    private static bool UsesUnevaluated(IReadOnlyList<JsonObject> schemas) =>
        Uses(schemas, "unevaluatedProperties") || Uses(schemas, "unevaluatedItems");

    private static bool HasEmptyName(JsonNode? names) =>
        names is JsonArray array && array.Any(n => Json.Text(n) == "\"\"");

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m => Objects(m.Value)).Prepend(members),
            JsonArray items => items.SelectMany(Objects),
            _ => [],
        };
}
