using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Doku.Contracts.Sandbox.Tests.Support;

/// <summary>An answer of the sandbox, read to its end.</summary>
internal sealed record Answer(
    HttpStatusCode Status,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body
)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? ErrorCode => (string?)Json["error"]?["code"];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync(
                TestContext.Current.CancellationToken
            );
            var headers = response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(
                    header => header.Key,
                    header => string.Join(", ", header.Value),
                    StringComparer.OrdinalIgnoreCase
                );
            return new Answer(response.StatusCode, headers, body);
        }
    }

    /// <summary>True when the Signature header covers these very bytes.</summary>
    public bool IsSignedFor(DokuSandbox sandbox, string requestId, string target) =>
        Headers.TryGetValue("Signature", out var signature)
        && Headers["Client-Id"] == sandbox.ClientId
        && Headers["Request-Id"] == requestId
        && signature
            == WireSigner.Sign(
                sandbox.SecretKey,
                Body,
                ("Client-Id", sandbox.ClientId),
                ("Request-Id", requestId),
                ("Response-Timestamp", Headers["Response-Timestamp"]),
                ("Request-Target", target)
            );
}
