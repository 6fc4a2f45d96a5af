using System.Net;
using System.Text.RegularExpressions;

namespace Storefront.Story;

/// <summary>A page as the browser got it.</summary>
internal sealed partial record StoryPage(Uri Address, int Status, Uri? Location, string Html)
{
    /// <summary>The words in the browser's tab.</summary>
    internal string Title => Text(TitleElement().Match(Html).Groups[1].Value).Split(" – ")[0];

    /// <summary>Where the page leads by itself; null when it stays.</summary>
    internal Uri? LeadsTo => Location is null ? null : new Uri(Address, Location);

    /// <summary>Names of fields and the errors beside them, as a screen reader would connect them.</summary>
    internal IReadOnlyList<(string Field, string Words)> FieldErrors =>
        [
            .. ErrorElement()
                .Matches(Html)
                .Select(match => (match.Groups[1].Value, Text(match.Groups[2].Value))),
        ];

    internal bool HasStatus(string state) =>
        Html.Contains($"class=\"status {state}\"", StringComparison.Ordinal);

    /// <summary>The first form that posts to a path with this end, and holds this value where one is asked for.</summary>
    internal StoryForm Form(string actionEnd, string? held = null)
    {
        foreach (Match form in FormElement().Matches(Html))
        {
            var action = Text(form.Groups[1].Value);
            var hidden = HiddenInput()
                .Matches(form.Groups[2].Value)
                .Select(input =>
                    KeyValuePair.Create(Text(input.Groups[1].Value), Text(input.Groups[2].Value))
                )
                .ToList();
            if (
                action.EndsWith(actionEnd, StringComparison.Ordinal)
                && (held is null || hidden.Exists(field => field.Value == held))
            )
            {
                return new StoryForm(new Uri(Address, action), hidden);
            }
        }

        throw new StoryException($"The page '{Title}' has no form that posts to '{actionEnd}'.");
    }

    private static string Text(string markup) =>
        WebUtility.HtmlDecode(Tag().Replace(markup, " ")).Trim();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex TitleElement();

    [GeneratedRegex(
        "<form method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>",
        RegexOptions.Singleline
    )]
    private static partial Regex FormElement();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenInput();

    [GeneratedRegex(
        "<div class=\"error\" id=\"([a-z_]*)-error\">(.*?)</div>",
        RegexOptions.Singleline
    )]
    private static partial Regex ErrorElement();

    [GeneratedRegex("(<[^>]*>\\s*)+")]
    private static partial Regex Tag();
}
