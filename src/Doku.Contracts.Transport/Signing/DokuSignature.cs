using System.Buffers;
using System.Security.Cryptography;

namespace Doku.Contracts.Transport;

/// <summary>
/// DOKU's signature (the same in DOKU's documentation and all its plug-ins): HMAC-SHA256 under the secret key over
/// <c>Name:value</c> lines, parted by one line feed and without one at the end. The lines are Client-Id, Request-Id,
/// Request-Timestamp or Response-Timestamp, Request-Target, and Digest where there is a body.
/// </summary>
public static class DokuSignature
{
    // Twice what a usual message takes; a longer one is put together in a pooled array.
    private const int UsualLength = 512;

    /// <summary>The SHA-256 of a body, in base64. It is signed, and never sent as a header.</summary>
    /// <param name="body">The very bytes on the wire.</param>
    public static string Digest(ReadOnlySpan<byte> body) => BodyDigest.Text(body);

    /// <summary>The value of the <c>Signature</c> header.</summary>
    /// <param name="message">What is signed.</param>
    /// <param name="key">The key to sign with.</param>
    /// <exception cref="ArgumentException">A text of the message is empty or has a character outside visible ASCII, or the key has no secret.</exception>
    public static string Compute(in SignedMessage message, DokuKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var secret = key.Keyed();
        if (!secret.IsUsable)
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

        var needed = StringToSign.MaxLength(message);
        var rented = needed > UsualLength ? ArrayPool<byte>.Shared.Rent(needed) : null;
        var lines = rented is null ? stackalloc byte[UsualLength] : rented.AsSpan();
        lines = lines[..StringToSign.Write(message, lines)];
        Span<byte> mac = stackalloc byte[SignatureHeader.MacLength];
        secret.Mac(lines, mac);
        Return(rented);
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

        var needed = StringToSign.MaxLength(message);
        var rented = needed > UsualLength ? ArrayPool<byte>.Shared.Rent(needed) : null;
        var lines = rented is null ? stackalloc byte[UsualLength] : rented.AsSpan();
        lines = lines[..StringToSign.Write(message, lines)];
        var verdict = Judge(lines, claimed, keys, now);
        Return(rented);
        return verdict;
    }

    /// <summary>
    /// Says in which component a signature that doesn't hold differs, by trying well-known mistakes one at a time:
    /// fewer than 150 signatures a key, of at most four keys. A tool for development. Don't answer it to a caller: it
    /// would tell a forger how near a guess is. Holds no secret, signature, header value or body.
    /// </summary>
    /// <param name="message">What came.</param>
    /// <param name="signature">The value of the one <c>Signature</c> header; null when there isn't exactly one.</param>
    /// <param name="keys">The merchant's keys.</param>
    /// <param name="now">The moment.</param>
    /// <param name="hints">What else the receiver knows; the more, the more can be tried.</param>
    public static SignatureExplanation Explain(
        in SignedMessage message,
        string? signature,
        DokuKeyRing keys,
        DateTimeOffset now,
        SignatureHints? hints = null
    )
    {
        var verdict = Verify(message, signature, keys, now);
        var signing = new SigningCase(message, hints ?? new SignatureHints());
        return new SignatureExplainer(signing, signature, keys, now).Explain(verdict);
    }

    private static SignatureVerdict Judge(
        ReadOnlySpan<byte> lines,
        ReadOnlySpan<byte> claimed,
        DokuKeyRing keys,
        DateTimeOffset now
    )
    {
        var verdict = SignatureVerdict.Refused(SignatureFault.NoKey);
        Span<byte> mac = stackalloc byte[SignatureHeader.MacLength];
        foreach (var key in keys.All)
        {
            var secret = key.Keyed();
            if (!secret.IsUsable || !key.IsValidAt(now))
            {
                continue;
            }

            secret.Mac(lines, mac);
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

    private static void Return(byte[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
