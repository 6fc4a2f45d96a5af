namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>A request as the primary handler saw it.</summary>
internal sealed record SentRequest(
    HttpMethod Method,
    Uri Address,
    IReadOnlyDictionary<string, string[]> Headers,
    byte[]? Body
)
{
    internal string RequestId => One("Request-Id");

    internal string Stamp => One("Request-Timestamp");

    internal string Signature => One("Signature");

    internal string One(string name) => Assert.Single(Headers[name]);

    internal static async Task<SentRequest> ReadAsync(HttpRequestMessage request)
    {
        // Copied: the request message is used again by the next attempt.
        var headers = request.Headers.NonValidated.ToDictionary(
            header => header.Key,
            header => header.Value.ToArray()
        );
        using var copy = new MemoryStream();
        if (request.Content is { } content)
        {
            await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        }

        return new SentRequest(
            request.Method,
            request.RequestUri!,
            headers,
            request.Content is null ? null : copy.ToArray()
        );
    }
}
