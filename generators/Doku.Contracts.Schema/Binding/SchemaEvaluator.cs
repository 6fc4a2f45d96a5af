using System.Globalization;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Patterns;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// Holds a value that stands in a schema (a default, an example, a value of an enumeration) against the schema it
/// stands in. Conditions and formats are left to the generated code.
/// </summary>
internal sealed class SchemaEvaluator(BindingContext context)
{
    private const int MaxDepth = 32;

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Fault(SchemaNode value, params IReadOnlyList<SchemaLocation> schemas) =>
        Fault(value, schemas, 0);

    private string? Fault(SchemaNode value, IReadOnlyList<SchemaLocation> schemas, int depth)
    {
        var schema = MergedSchema.Merge(context, schemas);
        if (depth > MaxDepth || schema.Parts.Exists(part => part.Node["oneOf"] is not null))
        {
            return null;
        }

        if (schema.Types is { } types && !types.Exists(type => IsOf(value, type)))
        {
            return $"it must be of the type {string.Join(" or ", types)}";
        }

        return EnumFault(value, schema)
            ?? value.Kind switch
            {
                SchemaNodeKind.String => TextFault(value, schema),
                SchemaNodeKind.Number => NumberFault(value, schema),
                SchemaNodeKind.Array => ArrayFault(value, schema, depth),
                SchemaNodeKind.Object => ObjectFault(value, schema, depth),
                _ => null,
            };
    }

    private static bool IsOf(SchemaNode value, string type) =>
        type switch
        {
            "string" => value.Kind == SchemaNodeKind.String,
            "integer" => value.AsNumber() is { } number && decimal.Truncate(number) == number,
            "number" => value.Kind == SchemaNodeKind.Number,
            "boolean" => value.Kind == SchemaNodeKind.Boolean,
            "array" => value.Kind == SchemaNodeKind.Array,
            "object" => value.Kind == SchemaNodeKind.Object,
            _ => value.Kind == SchemaNodeKind.Null,
        };

    private static string? EnumFault(SchemaNode value, MergedSchema schema)
    {
        foreach (var (_, known) in schema.All("enum").Concat(schema.All("const")))
        {
            IReadOnlyList<SchemaNode> allowed = known.IsArray ? known.Items : [known];
            if (!allowed.Any(a => IsEqual(a, value)))
            {
                return $"it must be one of {string.Join(", ", allowed.Select(a => a.Text))}";
            }
        }

        return null;
    }

    private static bool IsEqual(SchemaNode left, SchemaNode right) =>
        left.AsNumber() is { } number
            ? number == right.AsNumber()
            : left.Kind == right.Kind
                && string.Equals(left.Text, right.Text, StringComparison.Ordinal);

    private static string? TextFault(SchemaNode value, MergedSchema schema)
    {
        var length = CodePoints(value.Text);
        if (schema.Largest("minLength") is { } min && length < min)
        {
            return Text($"it must have at least {min} characters");
        }

        if (schema.Smallest("maxLength") is { } max && length > max)
        {
            return Text($"it must have at most {max} characters");
        }

        foreach (var (_, pattern) in schema.All("pattern"))
        {
            // A pattern that can't be read is reported at its own place.
            if (PatternMatcher.Create(pattern.Text)?.Rejects(value.Text) == true)
            {
                return $"it must match the pattern {pattern.Text}";
            }
        }

        return null;
    }

    private static string? NumberFault(SchemaNode value, MergedSchema schema)
    {
        if (value.AsNumber() is not { } number)
        {
            return "a decimal can't hold it";
        }

        return number < schema.Largest("minimum")
                ? Text($"it must be at least {schema.Largest("minimum")}")
            : number > schema.Smallest("maximum")
                ? Text($"it must be at most {schema.Smallest("maximum")}")
            : number <= schema.Largest("exclusiveMinimum")
                ? Text($"it must be greater than {schema.Largest("exclusiveMinimum")}")
            : number >= schema.Smallest("exclusiveMaximum")
                ? Text($"it must be less than {schema.Smallest("exclusiveMaximum")}")
            : schema.Largest("multipleOf") is { } unit && number % unit != 0
                ? Text($"it must be a multiple of {unit}")
            : null;
    }

    private string? ArrayFault(SchemaNode value, MergedSchema schema, int depth)
    {
        if (schema.Largest("minItems") is { } min && value.Items.Count < min)
        {
            return Text($"it must have at least {min} items");
        }

        if (schema.Smallest("maxItems") is { } max && value.Items.Count > max)
        {
            return Text($"it must have at most {max} items");
        }

        return schema.Items.Count == 0
            ? null
            : value
                .Items.Select(item => Fault(item, schema.Items, depth + 1))
                .FirstOrDefault(f => f is not null);
    }

    private string? ObjectFault(SchemaNode value, MergedSchema schema, int depth)
    {
        foreach (var name in schema.All("required").SelectMany(found => found.Value.Items))
        {
            if (value.Find(name.Text) is null)
            {
                return $"the member '{name.Text}' is required";
            }
        }

        foreach (var member in value.Members)
        {
            var known = schema.Properties.Find(p => p.Name == member.Name).Schemas;
            if (
                known is null
                && schema.All("additionalProperties").Any(found => found.Value.Text == "false")
            )
            {
                return $"'{member.Name}' is not a member";
            }

            var schemas = known ?? schema.Additional;
            if (schemas.Count > 0 && Fault(member.Value, schemas, depth + 1) is { } fault)
            {
                return $"'{member.Name}': {fault}";
            }
        }

        return null;
    }

    // JSON Schema counts a pair of surrogates as the one character that it is.
    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
