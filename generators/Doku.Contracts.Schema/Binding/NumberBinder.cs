using System.Globalization;
using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Whole numbers and numbers.</summary>
internal sealed class NumberBinder(BindingContext context)
{
    private const string DigitsPattern = "^[0-9]+$";

    private static readonly string[] Bounds =
    [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
    ];

    public NumberRules? Bind(MergedSchema schema, bool isWhole)
    {
        var multiples = schema
            .All("multipleOf")
            .Select(found => found.Value.AsNumber())
            .Distinct()
            .ToList();
        if (multiples.Count > 1)
        {
            var (location, value) = schema.First("multipleOf")!.Value;
            context.Report(
                location,
                Rule.UnsupportedType,
                value.Range,
                "A number can be a multiple of one unit only"
            );
            return null;
        }

        if (!TryAllowed(schema, isWhole, out var allowed))
        {
            return null;
        }

        var rules = new NumberRules(
            schema.Largest("minimum"),
            schema.Largest("exclusiveMinimum"),
            schema.Smallest("maximum"),
            schema.Smallest("exclusiveMaximum"),
            multiples.FirstOrDefault(),
            allowed
        );
        return IsConsistent(schema, rules) && (!isWhole || IsRepresentable(schema)) ? rules : null;
    }

    public IntegerValue? BindTolerant(SchemaLocation first, MergedSchema schema)
    {
        if (
            schema.First("format") is not null
            || schema.All("pattern").Select(p => p.Value.Text).Distinct().ToList()
                is not [DigitsPattern]
        )
        {
            context.Report(
                first,
                Rule.UnsupportedType,
                (schema.First("pattern") ?? schema.First("type")!.Value).Value.Range,
                $"A number that may come as a text needs the pattern {DigitsPattern} for that text"
            );
            return null;
        }

        if ((schema.First("enum") ?? schema.First("const")) is { } enumerated)
        {
            context.Report(
                first,
                Rule.UnsupportedType,
                enumerated.Value.Range,
                "A number that may come as a text can't be enumerated: the text would never be among the numbers"
            );
            return null;
        }

        return Bind(schema, isWhole: true) is { } rules
            ? new IntegerValue(
                rules,
                AcceptsText: true,
                (int?)schema.Largest("minLength"),
                (int?)schema.Smallest("maxLength")
            )
            : null;
    }

    // Several enumerations allow what all of them allow.
    private bool TryAllowed(MergedSchema schema, bool isWhole, out EquatableArray<decimal> allowed)
    {
        allowed = [];
        var sources = schema
            .All("enum")
            .Select(found => found.Value.Items)
            .Concat(schema.All("const").Select(found => (IReadOnlyList<SchemaNode>)[found.Value]))
            .Select(items =>
                items
                    .Select(i => i.AsNumber())
                    .Where(n => n is not null)
                    .Select(n => n!.Value)
                    .ToList()
            )
            .ToList();
        if (sources.Count == 0)
        {
            return true;
        }

        allowed = sources
            .Skip(1)
            .Aggregate((IEnumerable<decimal>)sources[0], (a, b) => a.Intersect(b))
            .Where(n => !isWhole || decimal.Truncate(n) == n)
            .Distinct()
            .ToEquatableArray();
        if (allowed.Count > 0)
        {
            return true;
        }

        var keyword = schema.First("enum") is null ? "const" : "enum";
        context.ReportContradiction(
            schema,
            keyword,
            "no number is allowed by every enumeration and type"
        );
        return false;
    }

    private bool IsConsistent(MergedSchema schema, NumberRules rules)
    {
        if (rules.Minimum > rules.Maximum || rules.Minimum >= rules.ExclusiveMaximum)
        {
            context.ReportContradiction(
                schema,
                "minimum",
                Invariant(
                    $"minimum {rules.Minimum} is not below the maximum {rules.Maximum ?? rules.ExclusiveMaximum}"
                )
            );
            return false;
        }

        if (
            rules.ExclusiveMinimum >= rules.Maximum
            || rules.ExclusiveMinimum >= rules.ExclusiveMaximum
        )
        {
            context.ReportContradiction(
                schema,
                "exclusiveMinimum",
                Invariant(
                    $"exclusiveMinimum {rules.ExclusiveMinimum} is not below the maximum {rules.Maximum ?? rules.ExclusiveMaximum}"
                )
            );
            return false;
        }

        return true;
    }

    // A bound that no long can reach says that larger numbers are expected than generated code can hold.
    private bool IsRepresentable(MergedSchema schema)
    {
        foreach (var keyword in Bounds)
        {
            foreach (var (location, value) in schema.All(keyword))
            {
                if (value.AsNumber() is < long.MinValue or > long.MaxValue)
                {
                    var argument =
                        $"The {keyword} {value.Text} of an integer is beyond what a long holds";
                    context.Report(location, Rule.UnrepresentableNumber, value.Range, argument);
                    return false;
                }
            }
        }

        return true;
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
