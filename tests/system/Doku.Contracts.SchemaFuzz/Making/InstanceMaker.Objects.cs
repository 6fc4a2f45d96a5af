using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <content>Objects, texts and numbers.</content>
internal sealed partial class InstanceMaker
{
    private static readonly string[] Bounds =
    [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
    ];

    private JsonObject Object(Demands demands, int depth)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var required in demands.Values("required").OfType<JsonArray>())
        {
            names.UnionWith(required.Select(n => n!.GetValue<string>()));
        }

        var share = depth >= MostDepth ? 0 : dice.Either(30, 60, 100);
        foreach (var name in demands.Values("properties").OfType<JsonObject>().SelectMany(p => p))
        {
            if (dice.Percent(share) && name.Value?.GetValueKind() != JsonValueKind.False)
            {
                names.Add(name.Key);
            }
        }

        Depend(demands, names);
        var least = demands.Values("minProperties").Select(Count).DefaultIfEmpty(0).Max();
        for (var tries = 0; tries < 10 && names.Count < least; tries++)
        {
            names.Add(values.Name());
        }

        if (dice.Percent(20))
        {
            names.Add(values.Name());
        }

        var value = new JsonObject();
        foreach (var name in names)
        {
            value[name] = Make(demands.All.SelectMany(s => MemberSchemas(s, name)), depth + 1);
        }

        return value;
    }

    private static void Depend(Demands demands, HashSet<string> names)
    {
        foreach (
            var rule in demands.Values("dependentRequired").OfType<JsonObject>().SelectMany(r => r)
        )
        {
            if (names.Contains(rule.Key) && rule.Value is JsonArray others)
            {
                names.UnionWith(others.Select(n => n!.GetValue<string>()));
            }
        }

        foreach (
            var rule in demands
                .Values("dependentSchemas")
                .OfType<JsonObject>()
                .SelectMany(r => r)
                .ToList()
        )
        {
            if (names.Contains(rule.Key))
            {
                demands.Add(rule.Value);
            }
        }
    }

    private static List<JsonNode?> MemberSchemas(JsonObject schema, string name)
    {
        var found = new List<JsonNode?>();
        if (
            schema["properties"] is JsonObject properties
            && properties.TryGetPropertyValue(name, out var property)
        )
        {
            found.Add(property);
        }

        foreach (var (pattern, value) in schema["patternProperties"] as JsonObject ?? [])
        {
            if (IsMatch(pattern, name))
            {
                found.Add(value);
            }
        }

        if (
            found.Count == 0
            && (schema["additionalProperties"] ?? schema["unevaluatedProperties"]) is { } rest
        )
        {
            found.Add(rest);
        }

        return found;
    }

    private string Text(Demands demands)
    {
        var patterns = demands.Values("pattern").Select(p => p.GetValue<string>()).ToList();
        var formats = demands.Values("format").Select(f => f.GetValue<string>()).ToList();
        IReadOnlyList<string> texts = Pools.Texts;
        if (patterns.Count > 0)
        {
            var pattern = dice.Of(patterns);
            texts = Pools.Patterns.FirstOrDefault(p => p.Pattern == pattern).Texts ?? texts;
        }
        else if (formats.Count > 0)
        {
            texts = ["2024-02-29", "127.0.0.1", "123e4567-e89b-12d3-a456-426614174000"];
        }

        var least = demands.Values("minLength").Select(Count).DefaultIfEmpty(0).Max();
        var most = demands.Values("maxLength").Select(Count).DefaultIfEmpty(int.MaxValue).Min();
        var text = dice.Of(texts);
        for (var tries = 0; tries < 12 && (text.Length < least || text.Length > most); tries++)
        {
            text = dice.Of(texts);
        }

        return text;
    }

    private JsonNode Number(Demands demands, bool isWhole)
    {
        var bounds = Bounds.SelectMany(demands.Values).Select(Json.Decimal).ToList();
        var divisors = demands.Values("multipleOf").Select(Json.Decimal).Where(d => d > 0).ToList();
        if (bounds.Count == 0 && divisors.Count == 0 || dice.Percent(10))
        {
            return values.Number();
        }

        var near = bounds.Count > 0 ? dice.Of(bounds) : dice.Between(-3, 30);
        if (bounds.Count > 1 && dice.Percent(60))
        {
            near = (bounds.Max() + bounds.Min()) / 2;
        }

        near += dice.Either(0m, 0m, 1m, -1m, isWhole ? 2m : 0.5m);
        if (divisors.Count > 0)
        {
            near = Math.Round(near / divisors[0]) * divisors.Aggregate(1m, (a, d) => a * d);
        }

        if (isWhole)
        {
            near = Math.Round(near);
        }

        return Json.Number(
            Math.Clamp(near, -999_999_999_999_999, 999_999_999_999_999)
                .ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private static bool IsMatch(string pattern, string name)
    {
        try
        {
            return Regex.IsMatch(name, pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException)
        {
            // .NET takes no ranges of characters beyond the first plane; what it can't tell may be wrong here.
            return false;
        }
    }
}
