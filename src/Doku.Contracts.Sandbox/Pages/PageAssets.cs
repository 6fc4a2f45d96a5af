using Doku.Contracts.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.Sandbox.Pages;

/// <summary>Styles, scripts and the icon of the pages, from inside the assembly.</summary>
internal static class PageAssets
{
    internal const string Path = "/sandbox/assets/{name}";

    private const string Prefix = "pages/";

    private static readonly Dictionary<string, byte[]> Files = typeof(PageAssets)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>Where the browser finds a file.</summary>
    internal static string UrlOf(string name) => $"/sandbox/assets/{name}";

    internal static async Task ServeAsync(HttpContext context)
    {
        // Calls and visits are the merchant's story; what dresses the pages is not.
        context.Features.GetRequiredFeature<ReceivedRequest>().IsRecorded = true;
        var name = context.Request.RouteValues["name"] as string ?? "";
        if (!Files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = System.IO.Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentLength = file.Length;
        await context.Response.Body.WriteAsync(file, context.RequestAborted);
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
