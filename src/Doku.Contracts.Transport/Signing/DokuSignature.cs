using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Transport;

/// <summary>
/// DOKU's signature (the same in DOKU's documentation and all its plug-ins): HMAC-SHA256 under the secret key over
/// <c>Name:value</c> lines, parted by one line feed and without one at the end. The lines are Client-Id, Request-Id,
/// Request-Timestamp or Response-Timestamp, Request-Target, and Digest where there is a body.
/// </summary>
public static class DokuSignature
{
    /// <summary>The SHA-256 of a body, in base64. It is signed, and never sent as a header.</summary>
    /// <param name="body">The very bytes on the wire.</param>
    public static string Digest(ReadOnlySpan<byte> body) =>
        Convert.ToBase64String(SHA256.HashData(body));

    /// <summary>The value of the <c>Signature</c> header.</summary>
    /// <param name="message">What is signed.</param>
    /// <param name="key">The key to sign with.</param>
    /// <exception cref="ArgumentException">A text of the message is empty or has a character outside visible ASCII, or the key has no secret.</exception>
    public static string Compute(in SignedMessage message, DokuKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (string.IsNullOrEmpty(key.Secret))
        {
            throw new ArgumentException($"The secret of {key} is empty.", nameof(key));
        }

        if (!IsWellFormed(message))
        {
            throw new ArgumentException(
                "The signed texts must be visible ASCII, at least one character each.",
                nameof(message)
            );
        }

        Span<byte> mac = stackalloc byte[SignatureHeader.MacLength];
        ComputeMac(message, key, mac);
        return SignatureHeader.Format(mac);
    }

    /// <summary>Whether a signature is this message's, under any key that counts at the moment. Never throws on what came from outside.</summary>
    /// <param name="message">What came.</param>
    /// <param name="signature">The value of the one <c>Signature</c> header; null when there isn't exactly one.</param>
    /// <param name="keys">The merchant's keys. When none counts, nothing is valid.</param>
    /// <param name="now">The moment.</param>
    public static SignatureVerdict Verify(
        in SignedMessage message,
        string? signature,
        DokuKeyRing keys,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        Span<byte> claimed = stackalloc byte[SignatureHeader.MacLength];
        if (!SignatureHeader.TryParse(signature, claimed))
        {
            return SignatureVerdict.Refused(SignatureFault.SignatureMalformed);
        }

        if (!IsWellFormed(message))
        {
            return SignatureVerdict.Refused(SignatureFault.HeaderMalformed);
        }

        var verdict = SignatureVerdict.Refused(SignatureFault.NoKey);
        Span<byte> mac = stackalloc byte[SignatureHeader.MacLength];
        foreach (var key in keys.UsableAt(now))
        {
            ComputeMac(message, key, mac);
            if (CryptographicOperations.FixedTimeEquals(mac, claimed))
            {
                return new SignatureVerdict(SignatureFault.None, key.Id);
            }

            verdict = SignatureVerdict.Refused(SignatureFault.Mismatch);
        }

        return verdict;
    }

    private static bool IsWellFormed(in SignedMessage message) =>
        HeaderText.IsComponent(message.ClientId)
        && HeaderText.IsComponent(message.RequestId)
        && HeaderText.IsComponent(message.Timestamp)
        && HeaderText.IsComponent(message.RequestTarget);

    internal static string StringToSign(in SignedMessage message)
    {
        var stamp = message.IsResponse
            ? DokuHeaders.ResponseTimestamp
            : DokuHeaders.RequestTimestamp;
        var lines =
            $"Client-Id:{message.ClientId}\nRequest-Id:{message.RequestId}\n{stamp}:{message.Timestamp}\nRequest-Target:{message.RequestTarget}";
        return message.HasBody ? $"{lines}\nDigest:{Digest(message.Body.Span)}" : lines;
    }

    private static void ComputeMac(in SignedMessage message, DokuKey key, Span<byte> mac)
    {
        var lines = Encoding.ASCII.GetBytes(StringToSign(message));
        var length = Encoding.UTF8.GetByteCount(key.Secret);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Encoding.UTF8.GetBytes(key.Secret, rented);
            HMACSHA256.HashData(rented.AsSpan(0, length), lines, mac);
        }
        finally
        {
            // The pool's next user must not find a secret.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
