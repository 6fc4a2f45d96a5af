using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>Keeps other web sites, open in the same browser, from reading and steering the sandbox.</summary>
internal static class DashboardGuard
{
    private static readonly string[] OwnNames = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Null when the request may pass; otherwise why not.</summary>
    internal static string? Refuse(HttpRequest request, Uri baseAddress)
    {
        // A foreign name that was made to point at this machine would be another site with the same address.
        var host = request.Host.Host;
        if (!OwnNames.Contains(host) && host != baseAddress.Host)
        {
            return "The dashboard is reached by an address of this machine only.";
        }
        if (HttpMethods.IsGet(request.Method))
        {
            return null;
        }
        // Browsers say where a form came from; a page of another site, or of another port, can't say otherwise.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var isOwn =
            site.Length > 0
                ? site == "same-origin"
                : request.Headers[HeaderNames.Origin].ToString()
                    == $"{request.Scheme}://{request.Host}";
        return isOwn ? null : "The dashboard takes orders from its own pages only.";
    }
}
