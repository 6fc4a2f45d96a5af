using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Sandbox.Signing;

/// <summary>Everything that goes into a signature, so that a mistake is one part replaced.</summary>
internal sealed record SignedParts(
    string ClientId,
    string RequestId,
    string Timestamp,
    string Target,
    string? Digest,
    byte[] Key
)
{
    /// <summary>The lines; <c>{0}</c> to <c>{4}</c> are the values.</summary>
    internal Func<string, string> Layout { get; init; } = lines => lines;

    internal Func<byte[], byte[], byte[]> Mac { get; init; } = HMACSHA256.HashData;

    internal string Lines()
    {
        var lines =
            $"Client-Id:{ClientId}\nRequest-Id:{RequestId}\n{SandboxSigner.RequestTimestamp}:{Timestamp}\nRequest-Target:{Target}";
        return Layout(Digest is null ? lines : $"{lines}\nDigest:{Digest}");
    }

    internal byte[] Sign() => Mac(Key, Encoding.UTF8.GetBytes(Lines()));
}
