using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Whole numbers, numbers, truth values.</summary>
internal static class NumberBinder
{
    public static ValueModel BindInteger(
        SchemaView view,
        Coverage coverage,
        string name,
        bool isRoot
    )
    {
        if (!Fits(view, isRoot, long.MinValue, long.MaxValue))
        {
            return new AnyNumberValue(name, IsWhole: true);
        }

        var allowed = Allowed(view, coverage);
        return new IntegerValue(
            name,
            new NumberRules(LimitBinder.Bind(view, coverage, LimitUnit.Number), allowed)
        );
    }

    public static ValueModel BindNumber(
        SchemaView view,
        Coverage coverage,
        string name,
        bool isRoot
    )
    {
        if (!Fits(view, isRoot, decimal.MinValue, decimal.MaxValue))
        {
            return new AnyNumberValue(name, IsWhole: false);
        }

        var allowed = Allowed(view, coverage);
        return new NumberValue(
            name,
            new NumberRules(LimitBinder.Bind(view, coverage, LimitUnit.Number), allowed)
        );
    }

    public static IntegerValue? BindTolerant(SchemaView view, Coverage coverage, string name)
    {
        if (!Fits(view, isRoot: false, long.MinValue, long.MaxValue))
        {
            return null;
        }

        coverage.Cover("pattern");
        var lengths = LimitBinder.Bind(view, coverage, LimitUnit.Characters);
        return new IntegerValue(
            name,
            new NumberRules(LimitBinder.Bind(view, coverage, LimitUnit.Number), []),
            AcceptsText: true,
            ShapeChooser.AcceptsZeroFraction(view),
            Limit(lengths, isLower: true),
            Limit(lengths, isLower: false)
        );
    }

    public static BooleanValue BindBoolean(SchemaView view, Coverage coverage, string name)
    {
        bool? only = null;
        foreach (var (part, value) in view.All("const").Where(c => c.Value.IsBoolean))
        {
            if (only is null || only == value.IsTrueValue)
            {
                only = value.IsTrueValue;
                coverage.Cover(part, "const");
            }
        }

        return new BooleanValue(name, only);
    }

    // Every number that a limit names must be held exactly. A member is a long or a decimal unless its limits say that
    // larger numbers are expected; a type of its own takes any number that the schema does.
    private static bool Fits(SchemaView view, bool isRoot, decimal least, decimal greatest) =>
        LimitBinder.AreDecimal(view)
        && LimitKind
            .All.Where(k => k.Unit == LimitUnit.Number)
            .SelectMany(k => view.All(k.Keyword))
            .All(found =>
                found.Value.AsNumber() is { } limit && limit >= least && limit <= greatest
            )
        && (!isRoot || IsBounded(view));

    private static bool IsBounded(SchemaView view) =>
        (view.Has("minimum") || view.Has("exclusiveMinimum"))
        && (view.Has("maximum") || view.Has("exclusiveMaximum"));

    // Several enumerations allow what all of them allow; one with a number that no decimal holds is judged as JSON.
    private static EquatableArray<decimal> Allowed(SchemaView view, Coverage coverage)
    {
        List<decimal>? allowed = null;
        foreach (var keyword in new[] { "enum", "const" })
        {
            foreach (var (part, value) in view.All(keyword))
            {
                IReadOnlyList<SchemaNode> listed =
                    keyword == "enum"
                        ? [.. value.Items.Where(i => i.Kind == SchemaNodeKind.Number)]
                        : [value];
                var numbers = listed.Select(i => i.AsNumber()).ToList();
                var both = numbers
                    .Where(n => n is not null)
                    .Select(n => n!.Value)
                    .Distinct()
                    .ToList();
                if (
                    numbers.Contains(null)
                    || (allowed is not null && !allowed.Intersect(both).Any())
                    || both.Count == 0
                )
                {
                    continue;
                }

                allowed = allowed is null ? both : [.. allowed.Intersect(both)];
                coverage.Cover(part, keyword);
            }
        }

        return (allowed ?? []).ToEquatableArray();
    }

    private static int? Limit(EquatableArray<LimitModel> lengths, bool isLower) =>
        (int?)lengths.FirstOrDefault(l => l.Kind.IsLower == isLower)?.Value;
}
