using System.Text;
using Microsoft.AspNetCore.Http;

namespace Doku.Contracts.Sandbox.Pages;

/// <summary>Sends a page under a policy that lets in nothing but the sandbox's own files.</summary>
internal static class PageAnswer
{
    internal static async Task WriteAsync(HttpContext context, int status, Markup page)
    {
        var bytes = Encoding.UTF8.GetBytes(page.ToString());
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    internal static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    /// <summary>Sets the headers that keep a page to itself.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="formTargets">Origins to which a form, or the redirect after it, may lead besides the sandbox.</param>
    /// <param name="referrer">The value of Referrer-Policy.</param>
    internal static void Protect(
        IHeaderDictionary headers,
        IEnumerable<string> formTargets,
        string referrer
    )
    {
        var targets = string.Concat(formTargets.Select(target => " " + target));
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + $"form-action 'self'{targets}; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = referrer;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
