using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Doku.Contracts.AspNetCore;

/// <summary>The path that DOKU called and signed, in the spelling in which it travelled.</summary>
internal static class NotificationTarget
{
    internal static string Of(HttpContext context, bool includesQuery)
    {
        var request = context.Request;
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (!raw.StartsWith('/'))
        {
            // The absolute form, or a server that doesn't tell: the decoded path, encoded again.
            var path = request.PathBase.ToUriComponent() + request.Path.ToUriComponent();
            return includesQuery ? path + request.QueryString.ToUriComponent() : path;
        }

        var target = includesQuery ? raw : raw.Split('?', 2)[0];
        // A proxy that takes a prefix off the path and names it in a header leaves it in the path base alone.
        var pathBase = request.PathBase.ToUriComponent();
        return HasPrefix(target, pathBase) ? target : pathBase + target;
    }

    private static bool HasPrefix(string target, string pathBase) =>
        target.StartsWith(pathBase, StringComparison.OrdinalIgnoreCase)
        && (
            target.Length == pathBase.Length
            || pathBase.Length == 0
            || target[pathBase.Length] is '/' or '?'
        );
}
