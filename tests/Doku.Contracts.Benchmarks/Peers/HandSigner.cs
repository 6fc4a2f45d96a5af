using System.Security.Cryptography;
using System.Text;
using Doku.Contracts.Transport;

namespace Doku.Contracts.Benchmarks.Peers;

/// <summary>DOKU's signature as one writes it by hand, on the framework's one-shot hashes.</summary>
internal static class HandSigner
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(ExampleNotification.Secret);

    public static string Sign(in SignedMessage message, byte[] body) =>
        "HMACSHA256=" + Convert.ToBase64String(Mac(message, body));

    public static bool Verify(in SignedMessage message, byte[] body, string signature) =>
        signature.StartsWith("HMACSHA256=", StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(
            Convert.FromBase64String(signature["HMACSHA256=".Length..]),
            Mac(message, body)
        );

    /// <summary>The two hashes and nothing else.</summary>
    public static int HashesAlone(byte[] body, byte[] lines) =>
        SHA256.HashData(body)[0] + HMACSHA256.HashData(Secret, lines)[0];

    public static byte[] Lines(in SignedMessage message, byte[] body) =>
        Encoding.UTF8.GetBytes(
            $"Client-Id:{message.ClientId}\nRequest-Id:{message.RequestId}\nRequest-Timestamp:{message.Timestamp}\nRequest-Target:{message.RequestTarget}\nDigest:{Convert.ToBase64String(SHA256.HashData(body))}"
        );

    private static byte[] Mac(in SignedMessage message, byte[] body) =>
        HMACSHA256.HashData(Secret, Lines(message, body));
}
