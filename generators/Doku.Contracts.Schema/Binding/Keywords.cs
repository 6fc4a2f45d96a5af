using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>The profile of JSON Schema 2020-12 that contracts use, and the form of each keyword's value.</summary>
internal static class Keywords
{
    private static readonly Dictionary<string, Func<SchemaNode, string?>> Forms = new(
        StringComparer.Ordinal
    )
    {
        ["$schema"] = Text,
        ["$id"] = Text,
        ["$comment"] = Text,
        ["$ref"] = Text,
        ["$defs"] = Schemas,
        ["title"] = Text,
        ["description"] = Text,
        ["type"] = Types,
        ["properties"] = Schemas,
        ["required"] = Texts,
        ["additionalProperties"] = node =>
            node.Kind == SchemaNodeKind.Boolean || node.IsObject
                ? null
                : "must be true, false or a schema",
        ["items"] = Schema,
        ["minItems"] = Count,
        ["maxItems"] = Count,
        ["uniqueItems"] = Boolean,
        ["minLength"] = Count,
        ["maxLength"] = Count,
        ["pattern"] = Text,
        ["format"] = Text,
        ["minimum"] = Number,
        ["maximum"] = Number,
        ["exclusiveMinimum"] = Number,
        ["exclusiveMaximum"] = Number,
        ["multipleOf"] = node => node.AsNumber() > 0 ? null : "must be a number above 0",
        ["enum"] = node =>
            node.IsArray
            && node.Items.Count > 0
            && (node.Items.All(i => i.IsString) || node.Items.All(i => i.AsNumber() is not null))
                ? null
                : "must be an array of texts or of numbers, at least one",
        ["const"] = node =>
            node.IsString || node.AsNumber() is not null || node.Kind == SchemaNodeKind.Boolean
                ? null
                : "must be a text, a number, true or false",
        ["allOf"] = node => SchemaList(node, 1),
        ["oneOf"] = node => SchemaList(node, 2),
        ["if"] = Schema,
        ["then"] = Schema,
        ["else"] = Schema,
        ["dependentRequired"] = node =>
            node.IsObject && node.Members.All(m => Texts(m.Value) is null)
                ? null
                : "must be an object whose members are arrays of texts",
        ["default"] = _ => null,
        ["examples"] = node => node.IsArray ? null : "must be an array",
        ["deprecated"] = Boolean,
        ["x-name"] = node =>
            node.IsString && Naming.CSharpNames.IsIdentifier(node.Text)
                ? null
                : "must be a C# name",
        ["x-sensitive"] = Boolean,
        ["x-evidence"] = Evidence,
        ["x-total"] = node =>
            node.IsObject && TotalMembers.All(name => node.TextOf(name) is not null)
                ? null
                : "must be an object that names 'amount', 'items', 'price' and 'quantity'",
    };

    // Keywords that JSON Schema has and contracts don't: silence would be a validator that isn't there.
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["prefixItems"] =
            "an array with a kind of its own at each place (a tuple) has no C# type that reads well; use an object",
        ["anyOf"] =
            "a value that may fit several schemas at once has no C# type; use oneOf with a discriminating const",
        ["not"] = "what a value must not be gives no type; say what it must be",
        ["patternProperties"] =
            "names that follow a pattern give no members; use additionalProperties with a schema",
        ["propertyNames"] = "names are checked by no generated code; use properties",
        ["contains"] = "an array must say of every item what it is; use items",
        ["minContains"] = "an array must say of every item what it is; use items",
        ["maxContains"] = "an array must say of every item what it is; use items",
        ["minProperties"] = "members are counted by no generated code; use required",
        ["maxProperties"] =
            "members are counted by no generated code; use additionalProperties: false",
        ["dependentSchemas"] = "use if, then and else, or dependentRequired",
        ["unevaluatedProperties"] =
            "what was evaluated depends on the reader; use additionalProperties",
        ["unevaluatedItems"] = "what was evaluated depends on the reader; use items",
        ["$anchor"] = "references are by file and JSON Pointer",
        ["$dynamicAnchor"] = "references are by file and JSON Pointer",
        ["$dynamicRef"] = "references are by file and JSON Pointer",
        ["$vocabulary"] = "a contract is no meta-schema",
        ["definitions"] = "JSON Schema 2020-12 calls it $defs",
        ["dependencies"] = "JSON Schema 2020-12 calls it dependentRequired",
        ["readOnly"] =
            "direction is said by the operation: a request and a response have a schema each",
        ["writeOnly"] =
            "direction is said by the operation: a request and a response have a schema each",
        ["contentEncoding"] = "an encoded text is checked by no generated code",
        ["contentMediaType"] = "an embedded document is checked by no generated code",
        ["contentSchema"] = "an embedded document is checked by no generated code",
    };

    // What a schema with one of these says besides, it says to people or about names; it allows and forbids nothing.
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "$schema",
        "$id",
        "$comment",
        "$defs",
        "title",
        "description",
        "default",
        "examples",
        "deprecated",
        "x-name",
        "x-sensitive",
        "x-evidence",
    };

    private static readonly string[] TypeNames =
    [
        "string",
        "integer",
        "number",
        "boolean",
        "object",
        "array",
        "null",
    ];

    private static readonly string[] TotalMembers = ["amount", "items", "price", "quantity"];

    public static bool IsKnown(string keyword) => Forms.ContainsKey(keyword);

    public static bool IsAnnotation(string keyword) => Annotations.Contains(keyword);

    /// <summary>What is wrong with a keyword's value; null when nothing is.</summary>
    public static string? Fault(string keyword, SchemaNode value) => Forms[keyword](value);

    /// <summary>Why a keyword of JSON Schema is outside the profile; null when it is no keyword at all.</summary>
    public static string? Refusal(string keyword) =>
        Refused.TryGetValue(keyword, out var reason) ? reason : null;

    /// <summary>The types that a keyword says something about; null for one that fits every type.</summary>
    public static IReadOnlyList<string>? TypesOf(string keyword) =>
        keyword switch
        {
            "minLength" or "maxLength" or "pattern" or "format" => ["string"],
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" =>
            [
                "integer",
                "number",
            ],
            "items" or "minItems" or "maxItems" or "uniqueItems" => ["array"],
            "properties"
            or "required"
            or "additionalProperties"
            or "dependentRequired"
            or "x-total" => ["object"],
            _ => null,
        };

    private static string? SchemaList(SchemaNode node, int least) =>
        node.IsArray && node.Items.Count >= least && node.Items.All(i => i.IsObject)
            ? null
            : $"must be an array of schemas, at least {least}";

    private static string? Text(SchemaNode node) => node.IsString ? null : "must be a text";

    private static string? Boolean(SchemaNode node) =>
        node.Kind == SchemaNodeKind.Boolean ? null : "must be true or false";

    private static string? Number(SchemaNode node) =>
        node.Kind != SchemaNodeKind.Number ? "must be a number"
        : node.AsNumber() is null ? "must be a number that a decimal can hold"
        : null;

    private static string? Count(SchemaNode node) =>
        node.AsNumber() is { } number
        && number >= 0
        && number <= int.MaxValue
        && decimal.Truncate(number) == number
            ? null
            : "must be a whole number from 0 to 2147483647";

    private static string? Texts(SchemaNode node) =>
        node.IsArray && node.Items.All(i => i.IsString) ? null : "must be an array of texts";

    private static string? Schema(SchemaNode node) => node.IsObject ? null : "must be a schema";

    private static string? Schemas(SchemaNode node) =>
        node.IsObject && node.Members.All(m => m.Value.IsObject)
            ? null
            : "must be an object of schemas";

    private static string? Types(SchemaNode node)
    {
        IEnumerable<SchemaNode> names = node.IsArray ? node.Items : [node];
        return
            names.All(n => n.IsString && TypeNames.Contains(n.Text))
            && (!node.IsArray || node.Items.Count > 0)
            ? null
            : $"must be one or several of {string.Join(", ", TypeNames)}";
    }

    private static string? Evidence(SchemaNode node) =>
        node.IsObject && node.TextOf("level") is "documented" or "observed" or "inferred"
            ? null
            : "must be an object whose 'level' is documented, observed or inferred";
}
