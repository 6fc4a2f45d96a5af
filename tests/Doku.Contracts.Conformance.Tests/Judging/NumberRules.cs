using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>The keywords that speak of numbers.</summary>
internal static class NumberRules
{
    /// <summary>Whether a number keeps a keyword; null when the keyword or the value is of another kind.</summary>
    public static bool? Holds(string keyword, JsonElement limit, JsonElement value)
    {
        if (
            value.ValueKind != JsonValueKind.Number
            || keyword
                is not (
                    "minimum"
                    or "maximum"
                    or "exclusiveMinimum"
                    or "exclusiveMaximum"
                    or "multipleOf"
                )
        )
        {
            return null;
        }

        var number = ExactNumber.Parse(value.GetRawText());
        var other = ExactNumber.Parse(limit.GetRawText());
        return keyword switch
        {
            "minimum" => number.CompareTo(other) >= 0,
            "maximum" => number.CompareTo(other) <= 0,
            "exclusiveMinimum" => number.CompareTo(other) > 0,
            "exclusiveMaximum" => number.CompareTo(other) < 0,
            _ => number.IsMultipleOf(other),
        };
    }

    /// <summary>Compares a count with the number that a keyword says.</summary>
    public static int Compare(int count, JsonElement limit) =>
        new ExactNumber(count, 0).CompareTo(ExactNumber.Parse(limit.GetRawText()));
}
