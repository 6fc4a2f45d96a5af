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
            node.Kind == SchemaNodeKind.Boolean ? null : "must be true or false here",
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
            node.IsArray && node.Items.Count > 0 && node.Items.All(i => i.IsString)
                ? null
                : "must be an array of texts, at least one",
        ["allOf"] = node =>
            node.IsArray && node.Items.Count > 0 && node.Items.All(i => i.IsObject)
                ? null
                : "must be an array of schemas, at least one",
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
    ];

    private static readonly string[] TotalMembers = ["amount", "items", "price", "quantity"];

    public static bool IsKnown(string keyword) => Forms.ContainsKey(keyword);

    public static bool IsAnnotation(string keyword) => Annotations.Contains(keyword);

    /// <summary>What is wrong with a keyword's value; null when nothing is.</summary>
    public static string? Fault(string keyword, SchemaNode value) => Forms[keyword](value);

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
