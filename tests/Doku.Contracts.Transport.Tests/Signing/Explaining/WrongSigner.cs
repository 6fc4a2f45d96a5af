using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Transport.Tests.Signing.Explaining;

/// <summary>A signer that makes mistakes; written apart from the code that explains them.</summary>
internal sealed record WrongSigner
{
    // Each is a canary: none may show in an explanation.
    internal const string RightSecret = "SK-canarysecret";
    internal const string RightBody = "{\"a\":\"canarybody/é\",\"b\":[1,2.50]}";

    internal string Secret { get; init; } = RightSecret;

    internal byte[]? Key { get; init; }

    internal string ClientId { get; init; } = "MCH-canaryclient";

    internal string RequestId { get; init; } = "Canary-Request-1";

    internal string StampName { get; init; } = "Request-Timestamp";

    internal string Stamp { get; init; } = "2026-11-22T01:51:00Z";

    internal string Target { get; init; } = "/shop/Canary%2Ftarget";

    internal string? Body { get; init; } = RightBody;

    /// <summary>What stands in the digest's line, when it isn't the digest of the body.</summary>
    internal string? DigestLine { get; init; }

    internal Func<string, string> Rewrite { get; init; } = lines => lines;

    internal string Sign() => "HMACSHA256=" + Convert.ToBase64String(Mac());

    internal byte[] Mac() => HMACSHA256.HashData(KeyBytes, Text);

    internal byte[] LongMac() => HMACSHA512.HashData(KeyBytes, Text);

    internal SignedMessage Message()
    {
        var message = new SignedMessage
        {
            ClientId = ClientId,
            RequestId = RequestId,
            Timestamp = Stamp,
            RequestTarget = Target,
            IsResponse = StampName == "Response-Timestamp",
        };
        return Body is null ? message : message with { Body = Encoding.UTF8.GetBytes(Body) };
    }

    internal string BodyDigest() =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Body!)));

    private byte[] KeyBytes => Key ?? Encoding.UTF8.GetBytes(Secret);

    private byte[] Text
    {
        get
        {
            var lines =
                $"Client-Id:{ClientId}\nRequest-Id:{RequestId}\n{StampName}:{Stamp}\nRequest-Target:{Target}";
            var digest = DigestLine ?? (Body is null ? null : BodyDigest());
            return Encoding.UTF8.GetBytes(
                Rewrite(digest is null ? lines : $"{lines}\nDigest:{digest}")
            );
        }
    }
}
