using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Sandbox.Tests.Support;

/// <summary>
/// A third writing of DOKU's signature, for the tests alone: neither the sandbox's code nor the client's.
/// </summary>
internal static class WireSigner
{
    public static string Sign(
        string secretKey,
        byte[]? body,
        params (string Name, string Value)[] lines
    )
    {
        var text = new StringBuilder();
        foreach (var (name, value) in lines)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(name).Append(':').Append(value);
        }
        if (body is not null)
        {
            text.Append("\nDigest:").Append(Convert.ToBase64String(SHA256.HashData(body)));
        }
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secretKey));
        var mac = hmac.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
        return "HMACSHA256=" + Convert.ToBase64String(mac);
    }
}
