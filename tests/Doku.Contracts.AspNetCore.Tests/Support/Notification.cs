using System.Text;
using Doku.Contracts.Transport.Tests.Support;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>A notification as DOKU would send it, and what a test changes after it was signed.</summary>
internal sealed record Notification
{
    internal const string Path = "/payments/notifications";

    public string ClientId { get; init; } = Shop.ClientId;
    public string RequestId { get; init; } = "notification-1";
    public string Stamp { get; init; } = "2026-11-22T01:58:30Z";
    public string Secret { get; init; } = Shop.Secret;
    public string SignedTarget { get; init; } = Path;
    public string CalledTarget { get; init; } = Path;
    public string Body { get; init; } = """{"id":"INV-1"}""";
    public string? SentBody { get; init; }
    public string? SentSignature { get; init; }
    public string? Missing { get; init; }
    public string? Twice { get; init; }
    public bool IsChunked { get; init; }
    public string? ContentType { get; init; } = "application/json";
    public (string Name, string Value)? ExtraHeader { get; init; }

    internal string Signature =>
        SentSignature
        ?? Signer.Sign(
            Secret,
            "Request-Timestamp",
            ClientId,
            RequestId,
            Stamp,
            SignedTarget,
            Encoding.UTF8.GetBytes(Body)
        );

    internal IEnumerable<(string Name, string Value)> Headers
    {
        get
        {
            foreach (
                var header in new[]
                {
                    ("Client-Id", ClientId),
                    ("Request-Id", RequestId),
                    ("Request-Timestamp", Stamp),
                    ("Signature", Signature),
                }
            )
            {
                var times =
                    header.Item1 == Missing ? 0
                    : header.Item1 == Twice ? 2
                    : 1;
                for (var i = 0; i < times; i++)
                {
                    yield return header;
                }
            }
        }
    }

    /// <summary>The whole request as bytes, so that headers can come twice and bodies in chunks.</summary>
    internal byte[] ToBytes(string method = "POST")
    {
        var body = Encoding.UTF8.GetBytes(SentBody ?? Body);
        var head = new StringBuilder()
            .Append(method)
            .Append(' ')
            .Append(CalledTarget)
            .Append(" HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n");
        if (ContentType is not null)
        {
            head.Append("Content-Type: ").Append(ContentType).Append("\r\n");
        }

        if (ExtraHeader is { } extra)
        {
            head.Append(extra.Name).Append(": ").Append(extra.Value).Append("\r\n");
        }

        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        head.Append(
            IsChunked
                ? $"Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n"
                : $"Content-Length: {body.Length}\r\n\r\n"
        );
        return
        [
            .. Encoding.ASCII.GetBytes(head.ToString()),
            .. body,
            .. IsChunked ? "\r\n0\r\n\r\n"u8.ToArray() : [],
        ];
    }
}
