using System.Text;
using Storefront.Hosting;

namespace Storefront.Pages;

/// <summary>A page: what all pages have in common, and how it goes to the browser.</summary>
internal sealed record Page(string Title, Html Main)
{
    internal int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What else its head holds: a script, or the way on.</summary>
    internal Html Head { get; init; } = Html.None;

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
            <title>{Title} – Pasar Senja</title>
            <link rel="icon" href="/pictures/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/shop.css">
            {Head}
            </head>
            <body>
            <a class="skip" href="#main">To the content</a>
            <header>
            <a class="brand" href="/">Pasar Senja</a>
            <nav aria-label="Shop">
            <a href="/orders">Orders</a>
            <a href="/cart">Cart <span class="count">{session.Cart.Pieces}</span></a>
            </nav>
            </header>
            <main id="main">
            {Main}
            </main>
            <footer>A sample shop. Its DOKU is a sandbox on this machine, and no money moves.</footer>
            </body>
            </html>

            """
        );
}
