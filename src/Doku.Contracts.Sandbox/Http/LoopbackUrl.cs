namespace Doku.Contracts.Sandbox.Http;

/// <summary>The sandbox speaks to this machine only: test data and test keys must not leave it.</summary>
internal static class LoopbackUrl
{
    internal static bool Is(Uri url) =>
        url.IsAbsoluteUri
        && url.IsLoopback
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    internal static Uri? Require(Uri? url, string parameter) =>
        url is null || Is(url)
            ? url
            : throw new ArgumentException(
                "The sandbox sends notifications to this machine only: name a loopback address.",
                parameter
            );
}
