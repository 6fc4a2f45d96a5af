using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Doku.Contracts.Sandbox.Signing;

/// <summary>
/// Decides whether a request is signed as DOKU documents it. Anything unclear is refused: a judge that guesses
/// would let a client pass that DOKU turns away.
/// </summary>
internal sealed class SignatureCheck(
    SandboxMerchantCollection merchants,
    TimeProvider timeProvider,
    TimeSpan tolerance,
    Func<string, IReadOnlyList<string>> otherPaths,
    Func<string, IReadOnlyList<string>> earlierRequestIds
)
{
    private const int MaxRequestIdLength = 128;

    /// <summary>The verdict on a request.</summary>
    /// <param name="request">Its headers and host.</param>
    /// <param name="rawTarget">Path and query, as they stood on the wire.</param>
    /// <param name="signedBody">The body, or null for a call without one.</param>
    /// <param name="skew">How far the server's clock is off.</param>
    internal SignatureVerdict Judge(
        HttpRequest request,
        string rawTarget,
        byte[]? signedBody,
        TimeSpan skew
    )
    {
        var headers = request.Headers;
        var target = rawTarget.Split('?')[0];
        var report = new VerdictReport(headers, target, signedBody);
        if (!TryReadOne(headers, "Client-Id", out var clientId))
        {
            return report.Refuse("Client-Id", "exactly one Client-Id header is needed");
        }
        if (merchants.FindByClientId(clientId) is not { } merchant)
        {
            return report.Refuse("Client-Id", "Client-Id is not known");
        }
        if (!TryReadOne(headers, "Request-Id", out var requestId))
        {
            return report.Refuse("Request-Id", "exactly one Request-Id header is needed");
        }
        if (
            requestId.Length > MaxRequestIdLength
            || requestId.AsSpan().ContainsAnyExceptInRange('!', '~')
        )
        {
            return report.Refuse(
                "Request-Id",
                "Request-Id must be at most 128 visible ASCII characters"
            );
        }
        if (
            !TryReadOne(headers, SandboxSigner.RequestTimestamp, out var timestamp)
            || !WireTime.TryReadHeader(timestamp, out var moment)
        )
        {
            return report.Refuse(
                SandboxSigner.RequestTimestamp,
                "exactly one Request-Timestamp header of the form yyyy-MM-ddTHH:mm:ssZ is needed"
            );
        }

        var signed = new SignedRequest
        {
            Merchant = merchant,
            Others = merchants.Where(other => other != merchant).ToList(),
            RequestId = requestId,
            Timestamp = timestamp,
            Target = target,
            RawTarget = rawTarget,
            Host = request.Host.Value ?? "",
            Body = signedBody,
            OtherPaths = () => otherPaths(target),
            EarlierRequestIds = () => earlierRequestIds(clientId),
        };
        var off = timeProvider.GetUtcNow() + skew - moment;
        if (off.Duration() > tolerance)
        {
            return report.Stale(signed, off);
        }
        if (
            !TryReadOne(headers, "Signature", out var signature)
            || !SignatureText.TryDecode(signature, out var claimed)
        )
        {
            return report.Malformed(signed, signature);
        }
        return CryptographicOperations.FixedTimeEquals(Expected(signed), claimed)
            ? report.Accept(signed)
            : report.Mismatch(signed, claimed);
    }

    /// <summary>By the signer itself, not by the parts that mistakes are tried with: the verdict rests on one code path.</summary>
    private static byte[] Expected(SignedRequest signed)
    {
        var signer = signed.Merchant.Signer;
        var digest = signed.Body is null ? null : SandboxSigner.Digest(signed.Body);
        return signer.Mac(
            signer.StringToSign(
                signed.RequestId,
                SandboxSigner.RequestTimestamp,
                signed.Timestamp,
                signed.Target,
                digest
            )
        );
    }

    private static bool TryReadOne(IHeaderDictionary headers, string name, out string value)
    {
        var found = headers.TryGetValue(name, out StringValues values) && values.Count == 1;
        value = found ? values[0] ?? "" : "";
        return value.Length > 0;
    }
}
