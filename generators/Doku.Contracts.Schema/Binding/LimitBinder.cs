using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>The limits that schemas set to lengths, counts and numbers.</summary>
internal static class LimitBinder
{
    /// <summary>The limits of a unit, each as narrow as all parts together make it.</summary>
    public static EquatableArray<LimitModel> Bind(
        SchemaView view,
        Coverage coverage,
        LimitUnit unit
    )
    {
        var limits = new List<LimitModel>();
        foreach (var kind in LimitKind.All.Where(k => k.Unit == unit))
        {
            var values = new List<decimal>();
            foreach (var (part, value) in view.All(kind.Keyword))
            {
                if (Value(value, unit) is { } limit)
                {
                    coverage.Cover(part, kind.Keyword);
                    values.Add(limit);
                }
            }

            if (values.Count == 0)
            {
                continue;
            }

            var narrowest = kind.IsLower switch
            {
                true => [values.Max()],
                false => [values.Min()],
                _ => values.Distinct().ToList(),
            };
            // Nothing is shorter than no character.
            limits.AddRange(
                narrowest
                    .Where(v => unit == LimitUnit.Number || kind.IsLower == false || v > 0)
                    .Select(v => new LimitModel(kind, v))
            );
        }

        return limits.ToEquatableArray();
    }

    /// <summary>Whether a decimal holds every number that is a limit.</summary>
    public static bool AreDecimal(SchemaView view) =>
        LimitKind
            .All.Where(k => k.Unit == LimitUnit.Number)
            .SelectMany(k => view.All(k.Keyword))
            .All(found => found.Value.AsNumber() is not null);

    private static decimal? Value(SchemaNode node, LimitUnit unit) =>
        unit == LimitUnit.Number ? node.AsNumber()
        : node.AsNumber() is { } count && count <= int.MaxValue ? count
        : int.MaxValue;
}
