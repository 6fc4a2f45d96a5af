using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>A member's or item's schema to what it holds.</summary>
internal sealed class ValueBinder(BindingContext context)
{
    private readonly TextBinder _texts = new(context);
    private readonly NumberBinder _numbers = new(context);

    /// <summary>Binds the schemas that are said of one value.</summary>
    /// <returns>Null when a finding was reported.</returns>
    public ValueModel? Bind(params IReadOnlyList<SchemaLocation> locations)
    {
        var first = locations[0];
        if (locations.Count == 1)
        {
            if (context.Dereference(first) is not { } target)
            {
                return null;
            }

            locations = [target];
        }

        var schema = MergedSchema.Merge(context, locations);
        var value = BindNotNull(first, locations[0], schema);
        return value is not null && schema.AllowsNull ? new NullableValue(value) : value;
    }

    /// <summary>Whether a schema is a record's: an object with members of its own, or with none to speak of.</summary>
    public static bool IsRecord(MergedSchema schema) =>
        schema.IsOf("object") && !IsUnion(schema) && !IsMap(schema);

    /// <summary>Whether a schema stands directly under the <c>$defs</c> of its file.</summary>
    public static bool IsDefinition(SchemaLocation location) =>
        location.Pointer.StartsWith("/$defs/", StringComparison.Ordinal)
        && location.Pointer.Split('/').Length == 3;

    private static bool IsUnion(MergedSchema schema) =>
        schema.Parts.Exists(part => part.Node["oneOf"] is not null);

    private static bool IsMap(MergedSchema schema) =>
        schema.Properties.Count == 0 && schema.Additional.Count > 0;

    private ValueModel? BindNotNull(
        SchemaLocation first,
        SchemaLocation target,
        MergedSchema schema
    )
    {
        if (IsUnion(schema))
        {
            return BindUnion(first, target);
        }

        switch (schema.TypesWithoutNull)
        {
            case null:
                context.Report(first, Rule.MissingType, first.Node.Range, "");
                return null;
            case ["string"]:
                return _texts.Bind(schema);
            case ["integer"]:
                return _numbers.Bind(schema, isWhole: true) is { } whole
                    ? new IntegerValue(whole, AcceptsText: false)
                    : null;
            case ["integer", "string"]:
                return _numbers.BindTolerant(first, schema);
            case ["number"]:
                return _numbers.Bind(schema, isWhole: false) is { } rules
                    ? new NumberValue(rules)
                    : null;
            case ["boolean"]:
                return new BooleanValue(
                    schema.First("const") is { } only ? only.Value.Text == "true" : null
                );
            case ["object"] when IsMap(schema):
                return Bind(schema.Additional) is { } item ? new MapValue(item) : null;
            case ["object"]:
                return new ObjectValue(TypeNaming.NameOf(target));
            case ["array"]:
                return BindList(first, schema, acceptsSingle: false);
            case ["array", "string"]:
                return BindList(first, schema, acceptsSingle: true);
            default:
                return Unsupported(
                    first,
                    schema.First("type")?.Value,
                    schema.TypesWithoutNull.Count == 0
                        ? "No type is allowed by every part of this schema"
                        : $"The types [{string.Join(", ", schema.Types!)}] together can't be expressed in C#"
                );
        }
    }

    private ObjectValue? BindUnion(SchemaLocation first, SchemaLocation target)
    {
        if (target.Node["oneOf"] is not null)
        {
            return new ObjectValue(TypeNaming.NameOf(target));
        }

        Unsupported(
            first,
            null,
            "A oneOf inside an allOf can't be expressed in C#; refer to it alone"
        );
        return null;
    }

    private ListValue? BindList(SchemaLocation first, MergedSchema schema, bool acceptsSingle)
    {
        if (schema.Items.Count == 0)
        {
            context.Report(first, Rule.MissingItems, first.Node.Range, "");
            return null;
        }

        var min = (int?)schema.Largest("minItems");
        var max = (int?)schema.Smallest("maxItems");
        if (min > max)
        {
            context.ReportContradiction(
                schema,
                "maxItems",
                $"minItems {min} is above maxItems {max}"
            );
            return null;
        }

        if (Bind(schema.Items) is not { } item)
        {
            return null;
        }

        if (acceptsSingle && SingleFault(schema, item, min) is { } fault)
        {
            Unsupported(first, null, fault);
            return null;
        }

        return new ListValue(
            item,
            min == 0 ? null : min,
            max,
            schema.IsTrue("uniqueItems"),
            acceptsSingle
        );
    }

    // The one text is read into a list of it. What the schema says of the one must therefore hold of the other.
    private string? SingleFault(MergedSchema schema, ValueModel item, int? min) =>
        item is not TextValue text ? "An array that may come as one text must hold texts"
        : schema.First("enum") is not null || schema.First("const") is not null
            ? "An array that may come as one text can't be enumerated"
        : min > 1 ? "An array that may come as one text must allow a single item"
        : !text.Rules.Equals(_texts.BindRules(schema))
            ? "An array that may come as one text must say the same of that text as of its items"
        : null;

    private ValueModel? Unsupported(SchemaLocation location, SchemaNode? node, string argument)
    {
        context.Report(location, Rule.UnsupportedType, (node ?? location.Node).Range, argument);
        return null;
    }
}
