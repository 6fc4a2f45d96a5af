using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>DOKU's side of the signature, written apart from the code under test.</summary>
internal static class Signer
{
    internal static string Sign(
        string secret,
        string stampName,
        string clientId,
        string requestId,
        string stamp,
        string target,
        byte[]? body
    )
    {
        var text = new StringBuilder()
            .Append("Client-Id:")
            .Append(clientId)
            .Append("\nRequest-Id:")
            .Append(requestId)
            .Append('\n')
            .Append(stampName)
            .Append(':')
            .Append(stamp)
            .Append("\nRequest-Target:")
            .Append(target);
        if (body is not null)
        {
            text.Append("\nDigest:").Append(Convert.ToBase64String(SHA256.HashData(body)));
        }

        var mac = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret),
            Encoding.UTF8.GetBytes(text.ToString())
        );
        return "HMACSHA256=" + Convert.ToBase64String(mac);
    }
}
