using System.Security.Cryptography;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// What makes two notifications the same one: the merchant, the endpoint and the body. DOKU may send a notification
/// again under a new Request-Id and time stamp.
/// </summary>
/// <param name="ClientId">The merchant's <c>Client-Id</c>.</param>
/// <param name="Endpoint">The name of the endpoint that took it, by which its handler is found.</param>
/// <param name="BodyHash">The SHA-256 of the body's bytes, 64 lower-case hexadecimal digits.</param>
public readonly record struct NotificationKey(string ClientId, string Endpoint, string BodyHash)
{
    /// <summary>The key of a body.</summary>
    public static NotificationKey Of(string clientId, string endpoint, ReadOnlySpan<byte> body) =>
        new(clientId, endpoint, Convert.ToHexStringLower(SHA256.HashData(body)));
}
