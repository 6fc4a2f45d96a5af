using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// Whether a form was sent from a page of this site. Every browser says where a POST is from, and no page can change
/// that; what doesn't say is refused. So no token has to be kept, and none can leak.
/// </summary>
internal static class SameSite
{
    internal static bool Is(HttpRequest request)
    {
        // Where the page came over TLS or from this machine. Right behind any proxy, since the browser compares.
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site.Count == 1 && site[0] == "same-origin";
        }

        return request.Headers.Origin.Count == 1
            && Uri.TryCreate(request.Headers.Origin[0], UriKind.Absolute, out var origin)
            && request.Host.HasValue
            && string.Equals(
                origin.IsDefaultPort ? origin.Host : origin.Authority,
                request.Host.Port is { } port && port == origin.Port && origin.IsDefaultPort
                    ? request.Host.Host
                    : request.Host.Value,
                StringComparison.OrdinalIgnoreCase
            );
    }
}
