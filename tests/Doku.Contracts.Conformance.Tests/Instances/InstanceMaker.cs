using System.Globalization;
using System.Text.Json;
using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Makes instances that a schema allows, as far as it can tell; the judges have the last word.</summary>
internal sealed class InstanceMaker(Random random, SchemaLibrary library)
{
    private const int DeepestOptional = 5;

    private static readonly string[] AllTypes =
    [
        "string",
        "number",
        "boolean",
        "null",
        "array",
        "object",
    ];

    private readonly TextMaker _texts = new(random);

    public InstanceNode Make(SchemaPart schema) => Make([schema], 0);

    private InstanceNode Make(IReadOnlyList<SchemaPart> schemas, int depth)
    {
        var parts = schemas.SelectMany(library.Flatten).ToList();
        foreach (var choice in new SchemaFacts(parts).Parts("oneOf").ToList())
        {
            var branches = choice.Node.EnumerateArray().ToList();
            parts.AddRange(library.Flatten(choice.At(branches[random.Next(branches.Count)])));
        }

        var facts = new SchemaFacts(parts);
        var enumerated = facts.Enumerated;
        if (enumerated.Count > 0)
        {
            return Leaf(parts, enumerated[random.Next(enumerated.Count)]);
        }

        var types = facts.Types ?? AllTypes;
        return types[random.Next(types.Count)] switch
        {
            "string" => Leaf(parts, JsonTexts.Quote(_texts.Make(facts))),
            "integer" => Leaf(parts, Number(facts, isWhole: true)),
            "number" => Leaf(parts, Number(facts, isWhole: false)),
            "boolean" => Leaf(parts, random.Next(2) == 0 ? "true" : "false"),
            "null" => Leaf(parts, "null"),
            "array" => List(parts, facts, depth),
            _ => Object(parts, facts, depth),
        };
    }

    private static InstanceNode Leaf(IReadOnlyList<SchemaPart> parts, string text) =>
        new(parts) { Text = text };

    private string Number(SchemaFacts facts, bool isWhole)
    {
        var unit = facts.Largest("multipleOf") ?? (isWhole ? 1 : 0.25m);
        if (isWhole && unit % 1 != 0)
        {
            unit *= 100;
        }

        var low = facts.Largest("minimum") ?? facts.Largest("exclusiveMinimum") + unit;
        var high = facts.Smallest("maximum") ?? facts.Smallest("exclusiveMaximum") - unit;
        low ??= high - 1000 * unit ?? -100;
        high ??= low + 1000 * unit;
        // Up to a multiple of the unit.
        var first = decimal.Ceiling(low.Value / unit) * unit;
        var steps = decimal.Floor((high.Value - first) / unit);
        var step = random.Next(4) switch
        {
            0 => 0,
            1 => steps,
            _ => decimal.Floor((decimal)random.NextDouble() * (steps + 1)),
        };
        return (first + step * unit).ToString(CultureInfo.InvariantCulture);
    }

    private InstanceNode List(List<SchemaPart> parts, SchemaFacts facts, int depth)
    {
        var min = (int)(facts.Largest("minItems") ?? 0);
        var max = (int)Math.Min(facts.Smallest("maxItems") ?? min + 3, min + 5);
        var count = depth > DeepestOptional ? min : random.Next(min, max + 1);
        var items = facts.Parts("items").ToList();
        var isUnique = facts.All("uniqueItems").Any(u => u.GetBoolean());
        var made = new List<InstanceNode>();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var attempts = 4 * count; made.Count < count && attempts > 0; attempts--)
        {
            var item = Make(items, depth + 1);
            if (!isUnique || texts.Add(item.Render()))
            {
                made.Add(item);
            }
        }

        return new InstanceNode(parts) { Items = made };
    }

    private InstanceNode Object(List<SchemaPart> parts, SchemaFacts facts, int depth)
    {
        var required = facts
            .All("required")
            .SelectMany(r => r.EnumerateArray())
            .Select(n => n.GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        var named = facts
            .Parts("properties")
            .SelectMany(p => p.Node.EnumerateObject().Select(m => (m.Name, Schema: p.At(m.Value))))
            .GroupBy(m => m.Name, m => m.Schema, StringComparer.Ordinal);
        var members = new List<(string, InstanceNode)>();
        foreach (var property in named)
        {
            var isWanted = depth <= DeepestOptional && random.Next(3) > 0;
            if (required.Contains(property.Key) || isWanted)
            {
                members.Add((property.Key, Make([.. property], depth + 1)));
            }
        }

        AddOthers(facts, members, depth);
        if (random.Next(3) == 0)
        {
            members.Reverse();
        }

        return new InstanceNode(parts) { Members = members };
    }

    private void AddOthers(SchemaFacts facts, List<(string, InstanceNode)> members, int depth)
    {
        var others = facts.Parts("additionalProperties").ToList();
        if (others.Exists(o => o.Node.ValueKind == JsonValueKind.False) || depth > DeepestOptional)
        {
            return;
        }

        var schemas = others.Where(o => o.Node.ValueKind == JsonValueKind.Object).ToList();
        for (var i = random.Next(schemas.Count > 0 ? 4 : 2); i > 0; i--)
        {
            var name = $"other{i}{"éß"[random.Next(2)]}";
            members.Add(
                (name, schemas.Count > 0 ? Make(schemas, depth + 1) : Leaf([], "[1,null]"))
            );
        }
    }
}
