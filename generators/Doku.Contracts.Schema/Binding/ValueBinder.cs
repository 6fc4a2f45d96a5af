using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Patterns;

namespace Doku.Contracts.Schema.Binding;

/// <summary>A member's or item's schema to what it holds.</summary>
internal sealed class ValueBinder(BindingContext context)
{
    private const string DigitsPattern = "^[0-9]+$";

    private static readonly HashSet<string> TimestampFormats = new(StringComparer.Ordinal)
    {
        "date-time",
        "doku-jakarta",
        "doku-utc",
    };

    private static readonly HashSet<string> TextFormats = new(StringComparer.Ordinal)
    {
        "uri",
        "email",
    };

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
        switch (schema.Types)
        {
            case null:
                context.Report(first, Rule.MissingType, first.Node.Range, "");
                return null;
            case ["string"]:
                return BindText(schema);
            case ["integer"]:
                return BindNumber(schema) is { } whole
                    ? new IntegerValue(whole, AcceptsText: false)
                    : null;
            case ["integer", "string"]:
                return BindTolerantInteger(first, schema);
            case ["number"]:
                return BindNumber(schema) is { } rules ? new NumberValue(rules) : null;
            case ["boolean"]:
                return new BooleanValue();
            case ["object"]:
                return new ObjectValue(TypeNaming.NameOf(locations[0]));
            case ["array"]:
                return BindList(first, schema, acceptsSingle: false);
            case ["array", "string"]:
                return BindList(first, schema, acceptsSingle: true);
            default:
                context.Report(
                    first,
                    Rule.UnsupportedType,
                    (schema.First("type")?.Value ?? first.Node).Range,
                    schema.Types.Count == 0
                        ? "No type is allowed by every part of this schema"
                        : $"The types [{string.Join(", ", schema.Types)}] together can't be expressed in C#"
                );
                return null;
        }
    }

    private ValueModel? BindText(MergedSchema schema)
    {
        var enumerations = schema.All("enum").ToList();
        if (enumerations.Count > 1)
        {
            var (location, value) = enumerations[0];
            context.Report(
                location,
                Rule.UnsupportedType,
                value.Range,
                "Two enumerations of one value can't be expressed in C#"
            );
            return null;
        }

        if (enumerations.Count == 1)
        {
            return new EnumerationValue(TypeNaming.NameOf(enumerations[0].Location));
        }

        if (BindTextRules(schema) is not { } rules)
        {
            return null;
        }

        return rules.Format is { } format && TimestampFormats.Contains(format)
            ? new TimestampValue(format, rules with { Format = null })
            : new TextValue(rules);
    }

    private TextRules? BindTextRules(MergedSchema schema)
    {
        var min = (int?)schema.Largest("minLength");
        var max = (int?)schema.Smallest("maxLength");
        if (min > max)
        {
            Contradiction(schema, "maxLength", $"minLength {min} is above maxLength {max}");
            return null;
        }

        var patterns = new List<PatternModel>();
        foreach (var (location, value) in schema.All("pattern"))
        {
            if (ReadPattern(location, value) is not { } pattern)
            {
                return null;
            }

            patterns.Add(pattern);
        }

        var format = schema.First("format");
        if (
            format is { } known
            && !TextFormats.Contains(known.Value.Text)
            && !TimestampFormats.Contains(known.Value.Text)
        )
        {
            context.Report(known.Location, Rule.UnknownFormat, known.Value.Range, known.Value.Text);
            return null;
        }

        // Nothing is shorter than no character.
        return new TextRules(
            min == 0 ? null : min,
            max,
            patterns.ToEquatableArray(),
            format?.Value.Text
        );
    }

    /// <summary>Reads a pattern; one that stands directly in a definition carries the definition's name.</summary>
    public PatternModel? ReadPattern(SchemaLocation location, SchemaNode value)
    {
        var pattern = PatternReader.Read(
            value.Text,
            IsDefinition(location) ? TypeNaming.NameOf(location) : null,
            out var failure
        );
        if (pattern is null)
        {
            context.Report(location, Rule.InvalidPattern, value.Range, failure!);
            return null;
        }

        if (
            pattern is RegexPattern
            && !(
                value.Text.StartsWith("^", StringComparison.Ordinal)
                && PatternParser.EndsWithAnchor(value.Text)
            )
        )
        {
            context.Report(location, Rule.UnanchoredPattern, value.Range, value.Text);
        }

        return pattern;
    }

    private static bool IsDefinition(SchemaLocation location) =>
        location.Pointer.StartsWith("/$defs/", StringComparison.Ordinal)
        && location.Pointer.Split('/').Length == 3;

    private NumberRules? BindNumber(MergedSchema schema)
    {
        var rules = new NumberRules(
            schema.Largest("minimum"),
            schema.Largest("exclusiveMinimum"),
            schema.Smallest("maximum"),
            schema.Smallest("exclusiveMaximum"),
            schema.First("multipleOf")?.Value.AsNumber()
        );
        if (rules.Minimum > rules.Maximum || rules.Minimum >= rules.ExclusiveMaximum)
        {
            Contradiction(
                schema,
                "minimum",
                $"minimum {rules.Minimum} is above the maximum {rules.Maximum ?? rules.ExclusiveMaximum}"
            );
            return null;
        }

        if (
            rules.ExclusiveMinimum >= rules.Maximum
            || rules.ExclusiveMinimum >= rules.ExclusiveMaximum
        )
        {
            Contradiction(
                schema,
                "exclusiveMinimum",
                $"exclusiveMinimum {rules.ExclusiveMinimum} is not below the maximum {rules.Maximum ?? rules.ExclusiveMaximum}"
            );
            return null;
        }

        return rules;
    }

    private IntegerValue? BindTolerantInteger(SchemaLocation first, MergedSchema schema)
    {
        if (schema.First("pattern")?.Value is not { Text: DigitsPattern })
        {
            context.Report(
                first,
                Rule.UnsupportedType,
                (schema.First("pattern") ?? schema.First("type")!.Value).Value.Range,
                $"A number that may come as a text needs the pattern {DigitsPattern} for that text"
            );
            return null;
        }

        return BindNumber(schema) is { } rules ? new IntegerValue(rules, AcceptsText: true) : null;
    }

    private ListValue? BindList(SchemaLocation first, MergedSchema schema, bool acceptsSingle)
    {
        if (schema.Items.Count == 0)
        {
            context.Report(
                first,
                Rule.UnsupportedType,
                first.Node.Range,
                "An array needs 'items' to say what it holds"
            );
            return null;
        }

        var min = (int?)schema.Largest("minItems");
        var max = (int?)schema.Smallest("maxItems");
        if (min > max)
        {
            Contradiction(schema, "maxItems", $"minItems {min} is above maxItems {max}");
            return null;
        }

        if (Bind(schema.Items) is not { } item)
        {
            return null;
        }

        if (acceptsSingle && item is not TextValue)
        {
            context.Report(
                first,
                Rule.UnsupportedType,
                first.Node.Range,
                "An array that may come as one text must hold texts"
            );
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

    private void Contradiction(MergedSchema schema, string keyword, string argument)
    {
        var (location, value) = schema.First(keyword)!.Value;
        // Where the two bounds come from two files, the place that brings them together is the one to mend.
        var at = location.Document.Equals(context.Document)
            ? value.Range
            : schema.Parts[0].Node.Range;
        var document = location.Document.Equals(context.Document) ? location : schema.Parts[0];
        context.Report(document, Rule.ContradictoryBounds, at, argument);
    }
}
