using System.Globalization;
using System.Text.Json;
using NJsonSchema;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>
/// Turns schema files into NJsonSchema's model, keyword by keyword.
/// </summary>
/// <remarks>
/// NJsonSchema's own reader deserialises by reflection, which native AOT can't follow, and passes over keywords
/// that it does not know. This one refuses them, so that no rule is lost in silence.
/// </remarks>
internal sealed class SchemaLoader(SchemaFiles files)
{
    private readonly Dictionary<string, JsonSchema> _loaded = new(StringComparer.Ordinal);

    internal JsonSchema Load(SchemaPlace place)
    {
        var key = place.ToString();
        if (_loaded.TryGetValue(key, out var known))
        {
            return known;
        }

        var schema = new JsonSchema();
        _loaded.Add(key, schema);
        Fill(schema, place);
        return schema;
    }

    private void Fill(JsonSchema schema, SchemaPlace place)
    {
        if (place.Node.ValueKind != JsonValueKind.Object)
        {
            throw new NotSupportedException($"'{place}' is not an object.");
        }

        var isReference = place.Node.TryGetProperty("$ref", out var reference);
        foreach (var keyword in place.Node.EnumerateObject())
        {
            if (keyword.Name == "$ref" || SchemaKeywords.IsJudgedElsewhere(keyword.Name))
            {
                continue;
            }
            if (isReference)
            {
                // NJsonSchema follows the reference and would forget what stands beside it.
                throw new NotSupportedException($"'{place}' has '{keyword.Name}' beside its $ref.");
            }
            Apply(schema, place.At(keyword.Name, keyword.Value), keyword.Name);
        }

        if (isReference)
        {
            schema.Reference = Load(files.Resolve(place.File, reference.GetString()!));
        }
        Require(schema, place);
    }

    private void Apply(JsonSchema schema, SchemaPlace place, string keyword)
    {
        var value = place.Node;
        switch (keyword)
        {
            case "type":
                schema.Type = SchemaKeywords.ReadTypes(place);
                break;
            case "properties":
                AddProperties(schema, place);
                break;
            case "additionalProperties"
                when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                schema.AllowAdditionalProperties = value.GetBoolean();
                break;
            case "additionalProperties":
                schema.AdditionalPropertiesSchema = Load(place);
                break;
            case "items":
                schema.Item = Load(place);
                break;
            case "allOf":
                AddAll(schema.AllOf, place);
                break;
            case "anyOf":
                AddAll(schema.AnyOf, place);
                break;
            case "oneOf":
                AddAll(schema.OneOf, place);
                break;
            case "enum":
                foreach (var member in value.EnumerateArray())
                {
                    schema.Enumeration.Add(SchemaKeywords.ReadEnumMember(member));
                }
                break;
            default:
                SchemaKeywords.ApplyLimit(schema, place, keyword);
                break;
        }
    }

    private void AddProperties(JsonSchema schema, SchemaPlace place)
    {
        foreach (var property in place.Node.EnumerateObject())
        {
            var child = new JsonSchemaProperty();
            schema.Properties.Add(property.Name, child);
            child.Reference = Load(place.At(property.Name, property.Value));
        }
    }

    private void AddAll(ICollection<JsonSchema> target, SchemaPlace place)
    {
        var index = 0;
        foreach (var part in place.Node.EnumerateArray())
        {
            var position = index.ToString(CultureInfo.InvariantCulture);
            target.Add(new JsonSchema { Reference = Load(place.At(position, part)) });
            index++;
        }
    }

    private static void Require(JsonSchema schema, SchemaPlace place)
    {
        if (!place.Node.TryGetProperty("required", out var names))
        {
            return;
        }
        foreach (var name in names.EnumerateArray())
        {
            schema.RequiredProperties.Add(name.GetString()!);
        }
    }
}
