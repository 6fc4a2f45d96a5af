using System.Globalization;
using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Mistakes that leave types to generate, but types that mean nothing good.</summary>
internal static class SchemaLint
{
    public static void Check(BindingContext context, ShapeChooser shapes)
    {
        var evaluator = new SchemaEvaluator(context);
        var required = new RequiredRecords(context, shapes);
        foreach (var location in context.Document.OrderedSchemas)
        {
            if (location.Node.IsObject)
            {
                CheckValues(context, evaluator, location);
                CheckRequired(context, location);
                CheckLimits(context, location);
                CheckRecursion(context, shapes, required, location);
                CheckTotal(context, shapes, location);
                CheckAdvice(context, location);
                CheckProgress(context, location);
                CheckEvidence(context, location);
            }
        }
    }

    private static void CheckValues(
        BindingContext context,
        SchemaEvaluator evaluator,
        SchemaLocation location
    )
    {
        if (
            context.Value(location, "default") is { } value
            && evaluator.Fault(value, location) is { } fault
        )
        {
            context.Report(location, Rule.InvalidDefault, value.Range, fault);
        }

        foreach (
            var example in context.Value(location, "examples")?.Items
                ?? (IReadOnlyList<SchemaNode>)[]
        )
        {
            if (evaluator.Fault(example, location) is { } wrong)
            {
                context.Report(location, Rule.InvalidExample, example.Range, wrong);
            }
        }

        CheckEnum(context, evaluator, location);
        if (
            context.Value(location, "const") is { } only
            && evaluator.Fault(only, location) is { } never
        )
        {
            context.Report(location, Rule.InvalidEnumValue, only.Range, never);
        }
    }

    private static void CheckEnum(
        BindingContext context,
        SchemaEvaluator evaluator,
        SchemaLocation location
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var value in context.Value(location, "enum")?.Items ?? (IReadOnlyList<SchemaNode>)[]
        )
        {
            var text =
                value.Kind == SchemaNodeKind.Number
                    ? SchemaNumber.Parse(value.Text).Canonical
                    : JsonText.Of(value);
            if (!seen.Add(text))
            {
                context.Report(
                    location,
                    Rule.DuplicateEnumValue,
                    value.Range,
                    value.IsString ? value.Text : text
                );
            }
            else if (evaluator.Fault(value, location) is { } fault)
            {
                context.Report(location, Rule.InvalidEnumValue, value.Range, fault);
            }
        }
    }

    private static void CheckRequired(BindingContext context, SchemaLocation location)
    {
        if (
            context.Value(location, "required") is not { } required
            || location.Position == SchemaPosition.Condition
        )
        {
            return;
        }

        var view = context.View(location);
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in required.Items)
        {
            if (!here.Add(item.Text))
            {
                context.Report(location, Rule.DuplicateRequired, item.Range, item.Text);
            }
            else if (
                location.Position == SchemaPosition.Shape
                && view.Properties.Count > 0
                && view.Property(item.Text) is null
            )
            {
                context.Report(location, Rule.UndeclaredRequired, item.Range, item.Text);
            }
        }
    }

    private static void CheckLimits(BindingContext context, SchemaLocation location)
    {
        foreach (var kind in LimitKind.All.Where(k => k.IsLower == true))
        {
            var upper = LimitKind.All.First(k => k.Unit == kind.Unit && k.IsLower == false);
            if (
                context.Value(location, kind.Keyword) is { } low
                && context.Value(location, upper.Keyword) is { } high
                && low.AsNumber() > high.AsNumber()
            )
            {
                context.Report(
                    location,
                    Rule.ContradictoryBounds,
                    low.Range,
                    string.Format(
                        CultureInfo.InvariantCulture,
                        "{0} {1} is above {2} {3}",
                        kind.Keyword,
                        low.Text,
                        upper.Keyword,
                        high.Text
                    )
                );
            }
        }
    }

    private static void CheckRecursion(
        BindingContext context,
        ShapeChooser shapes,
        RequiredRecords required,
        SchemaLocation location
    )
    {
        if (!shapes.IsRecord(location) || context.Dereference(location) != location)
        {
            return;
        }

        foreach (var name in required.Circles(location))
        {
            var at = location.Node["properties"]?.Find(name)?.NameRange ?? location.Node.Range;
            context.Report(location, Rule.RequiredRecursion, at, name);
        }
    }

    private static void CheckAdvice(BindingContext context, SchemaLocation location)
    {
        if (location.IsMute && context.Value(location, "x-advice") is { } advice)
        {
            context.Report(
                location,
                Rule.MuteAdvice,
                advice.Range,
                "the schema that it stands in says nothing of what a value is, but only asks or forbids"
            );
        }
    }

    private static void CheckProgress(BindingContext context, SchemaLocation location)
    {
        if (
            context.Value(location, "x-progress") is { } progress
            && EnumerationTexts.Of(location.Node) is null
        )
        {
            context.Report(
                location,
                Rule.WrongKeywordValue,
                progress.Range,
                "x-progress speaks of an enumeration's values: it must stand beside 'enum'"
            );
        }
    }

    // A guess that refuses costs a sale wherever it is wrong.
    private static void CheckEvidence(BindingContext context, SchemaLocation location)
    {
        if (
            location.Node["x-evidence"] is { } evidence
            && evidence.TextOf("level") == "inferred"
            && string.IsNullOrWhiteSpace(evidence.TextOf("note"))
            && location.Node.Members.FirstOrDefault(m =>
                m.Name is not ("type" or "$ref" or "$dynamicRef")
                && KeywordTable.Find(m.Name) is { IsAssertion: true, Subschemas: Subschemas.None }
            )
                is { } guess
        )
        {
            context.Report(location, Rule.GuessWithoutReason, guess.NameRange, guess.Name);
        }
    }

    // A total speaks of a record's members: where there is no record, nothing would check it.
    private static void CheckTotal(
        BindingContext context,
        ShapeChooser shapes,
        SchemaLocation location
    )
    {
        if (context.Value(location, "x-total") is not { } total)
        {
            return;
        }

        var whole = location;
        while (whole.Position == SchemaPosition.Part)
        {
            var parent = whole.Pointer.Substring(
                0,
                whole.Pointer.LastIndexOf("/allOf/", StringComparison.Ordinal)
            );
            whole = context.Document.Schemas[parent];
        }

        if (
            whole.Position == SchemaPosition.Condition
            || shapes.KindOf(context.View(whole)) != ValueKind.Record
        )
        {
            context.Report(
                location,
                Rule.InvalidTotal,
                total.Range,
                "it must stand in the schema of an object with 'properties'"
            );
        }
    }
}
