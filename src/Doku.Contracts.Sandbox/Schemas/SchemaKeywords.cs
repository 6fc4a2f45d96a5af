using System.Text.Json;
using NJsonSchema;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>The keywords of the schema profile that need no look at other schemas.</summary>
internal static class SchemaKeywords
{
    private const string TextEnd = "\\z";

    /// <summary>
    /// True for annotations, for what <see cref="RuleWalker"/> judges because NJsonSchema passes over it, and for
    /// <c>required</c>, which must wait until the properties are known.
    /// </summary>
    internal static bool IsJudgedElsewhere(string keyword) =>
        keyword.StartsWith("x-", StringComparison.Ordinal)
        || keyword
            is "$schema"
                or "$id"
                or "$defs"
                or "$comment"
                or "title"
                or "description"
                or "default"
                or "deprecated"
                or "examples"
                or "required"
                or "contains"
                or "if"
                or "then"
                or "else"
                or "dependentRequired";

    internal static JsonObjectType ReadTypes(SchemaPlace place) =>
        place.Node.ValueKind == JsonValueKind.Array
            ? place
                .Node.EnumerateArray()
                .Aggregate(JsonObjectType.None, (all, one) => all | ReadType(one, place))
            : ReadType(place.Node, place);

    internal static object? ReadEnumMember(JsonElement member) =>
        member.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => member.GetString(),
            _ => member.GetRawText(),
        };

    internal static void ApplyLimit(JsonSchema schema, SchemaPlace place, string keyword)
    {
        var value = place.Node;
        switch (keyword)
        {
            case "minLength":
                schema.MinLength = value.GetInt32();
                break;
            case "maxLength":
                schema.MaxLength = value.GetInt32();
                break;
            case "pattern":
                schema.Pattern = ReadPattern(value.GetString()!);
                break;
            case "format":
                schema.Format = value.GetString();
                break;
            case "minimum":
                schema.Minimum = value.GetDecimal();
                break;
            case "maximum":
                schema.Maximum = value.GetDecimal();
                break;
            case "exclusiveMinimum":
                schema.ExclusiveMinimum = value.GetDecimal();
                break;
            case "exclusiveMaximum":
                schema.ExclusiveMaximum = value.GetDecimal();
                break;
            case "multipleOf":
                schema.MultipleOf = value.GetDecimal();
                break;
            case "minItems":
                schema.MinItems = value.GetInt32();
                break;
            case "maxItems":
                schema.MaxItems = value.GetInt32();
                break;
            case "uniqueItems":
                schema.UniqueItems = value.GetBoolean();
                break;
            default:
                throw new NotSupportedException($"'{place}' is a keyword outside the profile.");
        }
    }

    /// <summary>The pattern as it stands in the schema file.</summary>
    internal static string WritePattern(string pattern) =>
        pattern.EndsWith(TextEnd, StringComparison.Ordinal)
            ? pattern[..^TextEnd.Length] + "$"
            : pattern;

    /// <summary>
    /// A schema's pattern is ECMA-262's, where <c>$</c> is the end of the text; .NET's also matches before a last
    /// line feed, which would let a line feed through.
    /// </summary>
    private static string ReadPattern(string pattern) =>
        pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal)
            ? pattern[..^1] + TextEnd
            : pattern;

    private static JsonObjectType ReadType(JsonElement name, SchemaPlace place) =>
        name.GetString() switch
        {
            "string" => JsonObjectType.String,
            "integer" => JsonObjectType.Integer,
            "number" => JsonObjectType.Number,
            "boolean" => JsonObjectType.Boolean,
            "object" => JsonObjectType.Object,
            "array" => JsonObjectType.Array,
            "null" => JsonObjectType.Null,
            var other => throw new NotSupportedException($"'{place}' names the type '{other}'."),
        };
}
