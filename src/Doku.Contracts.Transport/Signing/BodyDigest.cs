using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Doku.Contracts.Transport;

/// <summary>The SHA-256 of a body in base64, the value of the <c>Digest</c> line.</summary>
internal static class BodyDigest
{
    private static readonly HashPool Hashes = new(() =>
        IncrementalHash.CreateHash(HashAlgorithmName.SHA256)
    );

    /// <returns>How many bytes: 44.</returns>
    internal static int Write(ReadOnlySpan<byte> body, Span<byte> digest)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hashes.Hash(body, hash);
        var status = Base64.EncodeToUtf8(hash, digest, out _, out var written);
        Debug.Assert(status == OperationStatus.Done, "The digest's place is too small.");
        return written;
    }

    internal static string Text(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hashes.Hash(body, hash);
        return Convert.ToBase64String(hash);
    }
}
