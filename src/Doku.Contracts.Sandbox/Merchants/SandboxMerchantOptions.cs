namespace Doku.Contracts.Sandbox;

/// <summary>One more merchant of a <see cref="DokuSandbox"/>.</summary>
public sealed class SandboxMerchantOptions
{
    /// <summary>The name under which the sandbox keeps the merchant.</summary>
    public required string Name { get; init; }

    /// <summary>Its Client-Id; by default a new one.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its secret key; by default a new random one.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Where its notifications go; must be on this machine.</summary>
    public Uri? NotificationUrl { get; set; }
}
