using System.Text;
using Doku.Contracts.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Doku.Contracts.Sandbox.Pages;

/// <summary>The fields of a form that a page sent.</summary>
internal static class PageForm
{
    /// <summary>The first value of each field; empty when the body is no form.</summary>
    internal static Dictionary<string, string> Read(HttpContext context)
    {
        // From the copy that the record keeps: the request's own stream is at its end.
        var body = context.Features.GetRequiredFeature<ReceivedRequest>().Body;
        return QueryHelpers
            .ParseQuery(Encoding.UTF8.GetString(body))
            .ToDictionary(
                field => field.Key,
                field => field.Value[0] ?? "",
                StringComparer.Ordinal
            );
    }
}
