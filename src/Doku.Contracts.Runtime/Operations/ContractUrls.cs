using System.ComponentModel;

namespace Doku.Contracts.Runtime;

/// <summary>What generated code needs of addresses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContractUrls
{
    /// <summary>An address to which a browser may be sent.</summary>
    /// <returns>Null where the text is no absolute <c>https</c> or <c>http</c> address.</returns>
    public static Uri? WebPage(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp)
            ? page
            : null;
}
