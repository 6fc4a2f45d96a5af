namespace Doku.Contracts.Sandbox.Pages;

/// <summary>The frame of every page.</summary>
internal static class Layout
{
    /// <param name="title">What the browser's tab says.</param>
    /// <param name="kind"><c>payment</c> or <c>dashboard</c>: names the style, and the script.</param>
    /// <param name="body">What stands in the body.</param>
    internal static Markup Page(string title, string kind, Markup body) =>
        Markup.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <link rel="icon" href="{PageAssets.UrlOf("icon.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{PageAssets.UrlOf("base.css")}">
            <link rel="stylesheet" href="{PageAssets.UrlOf(kind + ".css")}">
            <script src="{PageAssets.UrlOf(kind + ".js")}" defer></script>
            </head>
            <body class="{kind}">
            {body}
            </body>
            </html>

            """
        );
}
