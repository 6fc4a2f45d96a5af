using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>The keywords that speak of texts.</summary>
internal static class TextRules
{
    /// <summary>Whether a text keeps a keyword; null when the keyword or the value is of another kind.</summary>
    public static bool? Holds(string keyword, JsonElement limit, JsonElement value) =>
        value.ValueKind != JsonValueKind.String
            ? null
            : keyword switch
            {
                "minLength" => NumberRules.Compare(Length(value), limit) >= 0,
                "maxLength" => NumberRules.Compare(Length(value), limit) <= 0,
                "pattern" => EcmaPattern.IsMatch(limit.GetString()!, TextIntegrity.TextOf(value)),
                "format" => FormatRules.Holds(limit.GetString()!, TextIntegrity.TextOf(value)),
                _ => null,
            };

    private static int Length(JsonElement value) =>
        TextIntegrity.TextOf(value).EnumerateRunes().Count();
}
