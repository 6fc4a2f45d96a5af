using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Sandbox.Signing;

/// <summary>
/// DOKU's signature, written a second time: the sandbox must not share a fault with the client that it judges.
/// </summary>
internal sealed class SandboxSigner(string clientId, string secretKey)
{
    internal const string Prefix = "HMACSHA256=";
    internal const string RequestTimestamp = "Request-Timestamp";
    internal const string ResponseTimestamp = "Response-Timestamp";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secretKey);

    internal string ClientId => clientId;

    internal static string Digest(ReadOnlySpan<byte> body) =>
        Convert.ToBase64String(SHA256.HashData(body));

    /// <summary>The lines to sign; <paramref name="digest"/> is null for a message without a body.</summary>
    internal string StringToSign(
        string requestId,
        string timestampName,
        string timestamp,
        string target,
        string? digest
    )
    {
        var lines =
            $"Client-Id:{clientId}\nRequest-Id:{requestId}\n{timestampName}:{timestamp}\nRequest-Target:{target}";
        return digest is null ? lines : $"{lines}\nDigest:{digest}";
    }

    internal byte[] Mac(string stringToSign) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(stringToSign));

    /// <summary>The value of the Signature header of a message with a body.</summary>
    internal string Sign(
        string requestId,
        string timestampName,
        string timestamp,
        string target,
        ReadOnlySpan<byte> body
    )
    {
        var lines = StringToSign(requestId, timestampName, timestamp, target, Digest(body));
        return Prefix + Convert.ToBase64String(Mac(lines));
    }
}
