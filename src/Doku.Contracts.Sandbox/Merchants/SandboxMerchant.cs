using System.Globalization;
using System.Security.Cryptography;
using Doku.Contracts.Sandbox.Http;
using Doku.Contracts.Sandbox.Signing;

namespace Doku.Contracts.Sandbox;

/// <summary>A merchant that the sandbox knows: its credentials, and where it wants its notifications.</summary>
public sealed class SandboxMerchant
{
    private volatile Uri? _notificationUrl;
    private volatile HttpMessageHandler? _notificationHandler;

    internal SandboxMerchant(string name, string? clientId, string? secretKey)
    {
        Name = name;
        ClientId = clientId ?? NewClientId();
        SecretKey = secretKey ?? NewSecretKey();
        Signer = new SandboxSigner(ClientId, SecretKey);
    }

    /// <summary>The name under which the sandbox keeps the merchant; never on the wire.</summary>
    public string Name { get; }

    /// <summary>The merchant's Client-Id.</summary>
    public string ClientId { get; }

    /// <summary>The secret key that belongs to <see cref="ClientId"/>.</summary>
    public string SecretKey { get; }

    /// <summary>Where notifications go; null sends none.</summary>
    /// <exception cref="ArgumentException">The address is not on this machine.</exception>
    public Uri? NotificationUrl
    {
        get => _notificationUrl;
        set
        {
            _notificationUrl = LoopbackUrl.Require(value, nameof(value));
            Changed?.Invoke(this);
        }
    }

    /// <summary>
    /// Takes the notifications instead of a socket: a shop's test server, say. The address is still needed, since its
    /// path is signed. The handler stays the caller's to dispose.
    /// </summary>
    public HttpMessageHandler? NotificationHandler
    {
        get => _notificationHandler;
        set => _notificationHandler = value;
    }

    internal SandboxSigner Signer { get; }

    internal Action<SandboxMerchant>? Changed { get; set; }

    private static string NewClientId() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"MCH-{RandomNumberGenerator.GetInt32(10_000):0000}-{RandomNumberGenerator.GetString("0123456789", 14)}"
        );

    private static string NewSecretKey() =>
        "SK-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
