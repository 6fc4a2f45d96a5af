using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Doku.Contracts.Sandbox.Signing;

/// <summary>
/// Decides whether a request is signed as DOKU documents it. Anything unclear is refused: a judge that guesses
/// would let a client pass that DOKU turns away.
/// </summary>
internal sealed class SignatureCheck(
    SandboxSigner signer,
    TimeProvider timeProvider,
    TimeSpan tolerance
)
{
    private const int MaxRequestIdLength = 128;
    private const int MacLength = 32;

    /// <summary>The fault in words that may be shown to the caller, or null when the signature holds.</summary>
    internal string? FindFault(
        IHeaderDictionary headers,
        string target,
        byte[]? signedBody,
        out string requestId
    )
    {
        requestId = "";
        if (!TryReadOne(headers, "Client-Id", out var clientId))
        {
            return "exactly one Client-Id header is needed";
        }
        if (!string.Equals(clientId, signer.ClientId, StringComparison.Ordinal))
        {
            return "Client-Id is not known";
        }
        if (!TryReadOne(headers, "Request-Id", out requestId))
        {
            return "exactly one Request-Id header is needed";
        }
        if (
            requestId.Length > MaxRequestIdLength
            || requestId.AsSpan().ContainsAnyExceptInRange('!', '~')
        )
        {
            return "Request-Id must be at most 128 visible ASCII characters";
        }
        if (
            !TryReadOne(headers, SandboxSigner.RequestTimestamp, out var timestamp)
            || !WireTime.TryReadHeader(timestamp, out var moment)
        )
        {
            return "exactly one Request-Timestamp header of the form yyyy-MM-ddTHH:mm:ssZ is needed";
        }
        if ((timeProvider.GetUtcNow() - moment).Duration() > tolerance)
        {
            return "Request-Timestamp is too far from the server's clock";
        }
        if (
            !TryReadOne(headers, "Signature", out var signature)
            || !TryDecode(signature, out var claimed)
        )
        {
            return "exactly one Signature header of the form HMACSHA256=<base64 of 32 bytes> is needed";
        }

        var digest = signedBody is null ? null : SandboxSigner.Digest(signedBody);
        var lines = signer.StringToSign(
            requestId,
            SandboxSigner.RequestTimestamp,
            timestamp,
            target,
            digest
        );
        return CryptographicOperations.FixedTimeEquals(signer.Mac(lines), claimed)
            ? null
            : "Signature does not match the request";
    }

    private static bool TryReadOne(IHeaderDictionary headers, string name, out string value)
    {
        var found = headers.TryGetValue(name, out StringValues values) && values.Count == 1;
        value = found ? values[0] ?? "" : "";
        return value.Length > 0;
    }

    private static bool TryDecode(string signature, out byte[] mac)
    {
        mac = new byte[MacLength];
        if (!signature.StartsWith(SandboxSigner.Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var text = signature[SandboxSigner.Prefix.Length..];
        // The framework's decoder passes over white space and spare bits: only the one canonical spelling counts here.
        return Convert.TryFromBase64String(text, mac, out var written)
            && written == MacLength
            && string.Equals(Convert.ToBase64String(mac), text, StringComparison.Ordinal);
    }
}
