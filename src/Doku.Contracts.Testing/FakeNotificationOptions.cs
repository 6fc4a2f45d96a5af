using Doku.Contracts.Sandbox;

namespace Doku.Contracts.Testing;

/// <summary>Who signs a fake notification, when, and where it goes. Never prints the secret.</summary>
public sealed class FakeNotificationOptions
{
    /// <summary>The merchant's Client-Id, as in the shop's <c>DokuOptions</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret key that the shop verifies with.</summary>
    public required string SecretKey { get; init; }

    /// <summary>
    /// The notification URL; its path is signed. <c>http://localhost/payments/notifications</c> by default, where a
    /// <c>WebApplicationFactory</c>'s client finds it.
    /// </summary>
    public Uri Url { get; init; } = new("http://localhost/payments/notifications");

    /// <summary>The notification's own Request-Id, by which the shop knows it again; null makes a new one each time.</summary>
    public string? RequestId { get; init; }

    /// <summary>The clock of the time stamp; the system's by default. Give the shop's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What a sandbox's own notifications are signed with.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="account">The account at the sandbox; null is its first.</param>
    public static FakeNotificationOptions Of(DokuSandbox sandbox, SandboxMerchant? account = null)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        var merchant = account ?? sandbox.Merchants.First();
        var options = new FakeNotificationOptions
        {
            ClientId = merchant.ClientId,
            SecretKey = merchant.SecretKey,
            TimeProvider = sandbox.Clock,
        };
        return merchant.NotificationUrl is { } url ? options.To(url) : options;
    }

    /// <summary>Whose notification it is, without the secret.</summary>
    public override string ToString() => $"fake notification for {ClientId}";

    private FakeNotificationOptions To(Uri url) =>
        new()
        {
            ClientId = ClientId,
            SecretKey = SecretKey,
            TimeProvider = TimeProvider,
            RequestId = RequestId,
            Url = url,
        };
}
