using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Mistakes that leave types to generate, but types that mean nothing good.</summary>
internal static class SchemaLint
{
    public static void Check(BindingContext context, SchemaLocation location)
    {
        var evaluator = new SchemaEvaluator(context);
        if (location.Node["default"] is { } value && evaluator.Fault(value, location) is { } fault)
        {
            context.Report(location, Rule.InvalidDefault, value.Range, fault);
        }

        foreach (var example in location.Node["examples"]?.Items ?? (IReadOnlyList<SchemaNode>)[])
        {
            if (evaluator.Fault(example, location) is { } wrong)
            {
                context.Report(location, Rule.InvalidExample, example.Range, wrong);
            }
        }

        CheckEnum(context, evaluator, location);
        if (location.Node["const"] is { } only && evaluator.Fault(only, location) is { } never)
        {
            context.Report(location, Rule.InvalidEnumValue, only.Range, never);
        }

        CheckRecursion(context, location);
        foreach (var (keyword, child) in KeywordChecker.Children(location))
        {
            // What stands under a condition is a question, not a schema of its own.
            if (keyword is not ("if" or "then" or "else"))
            {
                Check(context, child);
            }
        }
    }

    private static void CheckEnum(
        BindingContext context,
        SchemaEvaluator evaluator,
        SchemaLocation location
    )
    {
        if (location.Node["enum"] is not { } values)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values.Items)
        {
            if (
                !seen.Add(
                    value
                        .AsNumber()
                        ?.ToString("G29", System.Globalization.CultureInfo.InvariantCulture)
                        ?? value.Text
                )
            )
            {
                context.Report(location, Rule.DuplicateEnumValue, value.Range, value.Text);
            }
            else if (evaluator.Fault(value, location) is { } fault)
            {
                context.Report(location, Rule.InvalidEnumValue, value.Range, fault);
            }
        }
    }

    private static void CheckRecursion(BindingContext context, SchemaLocation location)
    {
        if (
            !ValueBinder.IsRecord(MergedSchema.Merge(context, location))
            || !Equals(context.Dereference(location), location)
        )
        {
            return;
        }

        foreach (var (name, property) in RequiredObjects(context, location))
        {
            if (Reaches(context, property, location, []))
            {
                var at = location.Node["properties"]?.Find(name)?.NameRange ?? location.Node.Range;
                context.Report(location, Rule.RequiredRecursion, at, name);
            }
        }
    }

    private static bool Reaches(
        BindingContext context,
        SchemaLocation from,
        SchemaLocation target,
        HashSet<string> passed
    ) =>
        from.Key == target.Key
        || (
            passed.Add(from.Key)
            && RequiredObjects(context, from).Any(p => Reaches(context, p.Property, target, passed))
        );

    // The members without which there is no value, and which are objects themselves.
    private static IEnumerable<(string Name, SchemaLocation Property)> RequiredObjects(
        BindingContext context,
        SchemaLocation location
    )
    {
        var schema = MergedSchema.Merge(context, location);
        var required = schema
            .All("required")
            .SelectMany(found => found.Value.Items)
            .Select(i => i.Text)
            .Distinct();
        foreach (var name in required)
        {
            if (
                schema.Properties.Find(p => p.Name == name).Schemas is [{ } property]
                && context.Dereference(property) is { } target
                && MergedSchema.Merge(context, target) is { AllowsNull: false } merged
                && ValueBinder.IsRecord(merged)
            )
            {
                yield return (name, target);
            }
        }
    }
}
