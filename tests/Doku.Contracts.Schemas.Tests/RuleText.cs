using System.Globalization;
using System.Text.Json;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>What a schema says of a member, as three cells of a table: the rule, the evidence, the advice.</summary>
internal static class RuleText
{
    private static readonly (string Keyword, string Words)[] s_limits =
    [
        ("minLength", "at least {0} characters"),
        ("maxLength", "at most {0} characters"),
        ("minimum", "at least {0}"),
        ("maximum", "at most {0}"),
        ("multipleOf", "a multiple of {0}"),
        ("pattern", "`{0}`"),
        ("format", "format {0}"),
        ("minItems", "at least {0} items"),
        ("maxItems", "at most {0} items"),
    ];

    public static string Of(SchemaPlace place)
    {
        var evidence = place.Keyword("x-evidence").First();
        var known = evidence.GetProperty("level").GetString()!;
        if (evidence.TryGetProperty("note", out var note))
        {
            known += ": " + note.GetString();
        }

        var advice = place
            .Parts()
            .Where(part => part.Node.TryGetProperty("x-advice", out _))
            .Select(part => Advice(part.At("x-advice")));
        return $"{Cell(string.Join(", ", Rules(place)))} | {Cell(known)} | {Cell(string.Join(" ", advice))}";
    }

    private static string Advice(SchemaPlace advice)
    {
        var rules = Rules(advice).ToList();
        rules.AddRange(
            advice
                .Keyword("required")
                .Select(names => $"with {string.Join(", ", names.EnumerateArray())}")
        );
        var reason = advice.Node.GetProperty("reason").GetString()!;
        return rules.Count == 0 ? reason : $"{string.Join(", ", rules)}. {reason}";
    }

    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static IEnumerable<string> Rules(SchemaPlace place)
    {
        foreach (var type in place.Keyword("type").Take(1))
        {
            yield return type.ValueKind == JsonValueKind.String
                ? type.GetString()!
                : string.Join(" or ", type.EnumerateArray().Select(one => one.GetString()));
        }

        foreach (var (keyword, words) in s_limits)
        {
            foreach (var limit in place.Keyword(keyword).Select(l => l.ToString()).Distinct())
            {
                yield return string.Format(CultureInfo.InvariantCulture, words, limit);
            }
        }

        foreach (var values in place.Keyword("enum").Take(1))
        {
            yield return values.GetArrayLength() > 10
                ? $"one of {values.GetArrayLength()} values"
                : $"one of {string.Join(", ", values.EnumerateArray())}";
        }
    }
}
