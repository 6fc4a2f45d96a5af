using System.Globalization;
using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A member's limits in words, for its documentation, as XML.</summary>
internal static class LimitsText
{
    public static string Of(PropertyModel property)
    {
        var parts = new List<string> { property.IsRequired ? "Mandatory" : "Optional" };
        parts.AddRange(Of(property.Value));
        if (property.IsSensitive)
        {
            parts.Add("personal data, masked in ToString");
        }

        return string.Join("; ", parts) + ".";
    }

    /// <summary>What is advised, with the reason of each.</summary>
    public static string? Advice(PropertyModel property) =>
        property.Advice.Count == 0
            ? null
            : string.Join(
                " ",
                property.Advice.Select(a =>
                {
                    var words = string.Join("; ", Of(a));
                    return SchemaText.Xml(
                        words.Length == 0 ? $"Advised: {a.Reason}" : $"Advised: {words}. {a.Reason}"
                    );
                })
            );

    private static IEnumerable<string> Of(AdviceModel advice) =>
        [
            .. Of(advice.Limits),
            .. advice.Patterns.Select(Words),
            .. advice.Format is { } format ? new[] { $"format {format}" } : [],
            .. advice.Required.Select(name => $"{name} given"),
        ];

    private static string Words(PatternModel pattern) =>
        pattern is CharacterPattern set
            ? $"allowed characters{(set.Set is null ? "" : $" ({set.SetName})")}: {set.Description}"
            : $"pattern {pattern.Source}";

    public static List<string> Of(ValueModel value) =>
        value switch
        {
            TextValue text => Of(text.Rules),
            TimestampValue timestamp =>
            [
                $"a time stamp: {timestamp.Format}",
                .. Of(timestamp.Rules),
            ],
            EnumerationValue enumeration => Of(enumeration.Rules),
            IntegerValue integer =>
            [
                .. Of(integer.Rules),
                .. integer switch
                {
                    { AcceptsZeroFraction: true } => new[]
                    {
                        "also read from a text of digits, such as 1000 or 1000.00",
                    },
                    { AcceptsText: true } => ["also read from a text of digits"],
                    _ => [],
                },
            ],
            NumberValue number => Of(number.Rules),
            ListValue list =>
            [
                .. Of(list.Limits),
                .. list.IsUnique ? new[] { "no two items equal" } : [],
            ],
            NullableValue nullable => [.. Of(nullable.Value), "may be null"],
            BooleanValue { Only: { } only } => [only ? "true" : "false"],
            _ => [],
        };

    private static List<string> Of(TextRules rules) =>
        [
            .. Of(rules.Limits),
            .. rules.Patterns.Select(p => SchemaText.Xml(Words(p.Pattern))),
            .. rules.Format is { } format ? new[] { $"format {SchemaText.Xml(format.Name)}" } : [],
        ];

    private static List<string> Of(NumberRules rules) =>
        [
            .. Of(rules.Limits),
            .. rules.Allowed.Count > 0
                ? new[] { $"one of {string.Join(", ", rules.Allowed.Select(Literals.Words))}" }
                : [],
        ];

    // A least and a greatest of one thing are a range.
    private static IEnumerable<string> Of(EquatableArray<LimitModel> limits)
    {
        foreach (var limit in limits)
        {
            var other = limits.FirstOrDefault(l =>
                l.Kind.Unit == limit.Kind.Unit
                && l.Kind.Meaning is not null
                && l.Kind.IsLower == !limit.Kind.IsLower
            );
            if (limit.Kind.Meaning is null || other is null)
            {
                yield return Phrase(limit, Literals.Words(limit.Value));
            }
            else if (limit.Kind.IsLower == true)
            {
                var range = $"{Literals.Words(limit.Value)} to {Literals.Words(other.Value)}";
                yield return Phrase(other, range).Replace("at most ", "");
            }
        }
    }

    private static string Phrase(LimitModel limit, string number)
    {
        var phrase = string.Format(CultureInfo.InvariantCulture, limit.Kind.Phrase, number);
        return number == "1" && limit.Kind.Unit != LimitUnit.Number
            ? phrase.Substring(0, phrase.Length - 1)
            : phrase;
    }
}
