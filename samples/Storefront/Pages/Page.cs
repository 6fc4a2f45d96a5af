using System.Text;
using Storefront.Hosting;

namespace Storefront.Pages;

/// <summary>A page: what all pages have in common, and how it goes to the browser.</summary>
internal sealed record Page(string Title, Html Main)
{
    internal int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Seconds until the browser asks again, without a script; null for never.</summary>
    internal int? RefreshAfter { get; init; }

    /// <summary>Where it goes then; null for the same page.</summary>
    internal string? RefreshTo { get; init; }

    internal async Task WriteAsync(HttpContext context, Session session)
    {
        var bytes = Encoding.UTF8.GetBytes(Document(session).Markup);
        context.Response.StatusCode = Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    internal static Html Token(Session session) =>
        Html.Of($"""<input type="hidden" name="token" value="{session.FormToken}">""");

    private Html Document(Session session) =>
        Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {Refresh()}
            <title>{Title} – Toko Tiga</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/shop.css">
            </head>
            <body>
            <header>
            <a class="brand" href="/">Toko Tiga</a>
            <a class="cart" href="/cart">Cart <span class="count">{session.Cart.Pieces}</span></a>
            </header>
            <main>
            {Main}
            </main>
            <footer>A sample shop. Its DOKU is a sandbox on this machine, and no money moves.</footer>
            </body>
            </html>

            """
        );

    private Html Refresh() =>
        (RefreshAfter, RefreshTo) switch
        {
            ({ } seconds, { } to) => Html.Of(
                $"""<meta http-equiv="refresh" content="{seconds}; url={to}">"""
            ),
            ({ } seconds, null) => Html.Of($"""<meta http-equiv="refresh" content="{seconds}">"""),
            _ => Html.None,
        };
}
