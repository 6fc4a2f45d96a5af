namespace Storefront.Hosting;

/// <summary>The headers that every page has.</summary>
internal static class PageSecurity
{
    internal static void Protect(IHeaderDictionary headers, Uri paymentPages)
    {
        // Browsers hold the redirect after a form to form-action too, and the checkout form leads to Kredivo's page.
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
            + $"form-action 'self' {paymentPages.GetLeftPart(UriPartial.Authority)}; "
            + "base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
    }
}
