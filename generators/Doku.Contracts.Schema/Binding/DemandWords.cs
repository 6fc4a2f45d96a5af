using System.Globalization;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>The error of a member that breaks a demand of <c>then</c> or <c>else</c>.</summary>
internal static class DemandWords
{
    public static (string Code, string Message)? Of(SchemaMember keyword)
    {
        var text = keyword.Value.Text;
        if (LimitKind.Find(keyword.Name) is { } limit)
        {
            var phrase = string.Format(CultureInfo.InvariantCulture, limit.Phrase, text);
            phrase =
                limit.Unit != LimitUnit.Number && text == "1"
                    ? phrase.Substring(0, phrase.Length - 1)
                    : phrase;
            return (
                limit.Code,
                $"must {(limit.Unit == LimitUnit.Number ? "be" : "have")} {phrase} here"
            );
        }

        return keyword.Name switch
        {
            "pattern" => ("pattern", $"must match the pattern {text} here"),
            "enum" => (
                "enum",
                $"must be one of {string.Join(", ", keyword.Value.Items.Select(i => i.Text))} here"
            ),
            "const" => ("enum", $"must be one of {text} here"),
            _ => null,
        };
    }
}
