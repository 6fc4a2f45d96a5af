using System.Globalization;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A member's limits in words, for its documentation.</summary>
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

    public static List<string> Of(ValueModel value) =>
        value switch
        {
            TextValue text => Of(text.Rules),
            TimestampValue timestamp => [$"a time stamp of the format {timestamp.Format}"],
            IntegerValue integer =>
            [
                .. Of(integer.Rules),
                .. integer.AcceptsText ? new[] { "also read from a text of digits" } : [],
            ],
            NumberValue number => Of(number.Rules),
            ListValue list => Of(list),
            NullableValue nullable => [.. Of(nullable.Inner), "may be null"],
            BooleanValue { Only: { } only } => [only ? "true" : "false"],
            _ => [],
        };

    private static List<string> Of(TextRules rules)
    {
        var parts = new List<string>();
        if (Range(rules.MinLength, rules.MaxLength, "characters") is { } length)
        {
            parts.Add(length);
        }

        foreach (var pattern in rules.Patterns)
        {
            parts.Add(
                pattern is CharacterPattern set
                    ? $"allowed characters{(set.Set is null ? "" : $" ({set.SetName})")}: {set.Description}"
                    : $"pattern {pattern.Source}"
            );
        }

        if (rules.Format is { } format)
        {
            parts.Add($"format {format}");
        }

        return parts;
    }

    private static List<string> Of(NumberRules rules)
    {
        var parts = new List<string>();
        if (Range(rules.Minimum, rules.Maximum, "") is { } range)
        {
            parts.Add(range.TrimEnd());
        }

        Add(parts, "above", rules.ExclusiveMinimum);
        Add(parts, "below", rules.ExclusiveMaximum);
        Add(parts, "a multiple of", rules.MultipleOf);
        if (rules.Allowed.Count > 0)
        {
            parts.Add(
                $"one of {string.Join(", ", rules.Allowed.Select(a => a.ToString(CultureInfo.InvariantCulture)))}"
            );
        }

        return parts;
    }

    private static List<string> Of(ListValue list)
    {
        var parts = new List<string>();
        if (Range(list.MinItems, list.MaxItems, "items") is { } count)
        {
            parts.Add(count);
        }

        if (list.IsUnique)
        {
            parts.Add("no two items equal");
        }

        return parts;
    }

    private static void Add(List<string> parts, string words, decimal? limit)
    {
        if (limit is { } value)
        {
            parts.Add(string.Format(CultureInfo.InvariantCulture, "{0} {1}", words, value));
        }
    }

    private static string? Range(decimal? min, decimal? max, string unit)
    {
        FormattableString? text = (min, max) switch
        {
            (null, null) => null,
            ({ } least, null) => $"at least {least} {unit}",
            (null, { } most) => $"at most {most} {unit}",
            ({ } least, { } most) => $"{least} to {most} {unit}",
        };
        return text?.ToString(CultureInfo.InvariantCulture);
    }
}
