namespace Doku.Contracts.AspNetCore;

/// <summary>How one notification endpoint works.</summary>
public sealed class DokuNotificationOptions
{
    /// <summary>The name under which the merchant was added by <c>AddDoku</c>; empty for the only one.</summary>
    public string Merchant { get; set; } = "";

    /// <summary>The largest body that is read, in bytes; a larger one is answered 413. 64 KiB by default.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>How old a time stamp may be. <see cref="NotificationFreshness.DokuRetrySchedule"/> by default.</summary>
    public NotificationFreshness Freshness { get; set; }

    /// <summary>
    /// The path of the Notification URL as DOKU knows it, where a proxy rewrites paths: <c>/shop/payments/notifications</c>.
    /// Null takes the path that the request names, with the path base.
    /// </summary>
    public string? RequestTarget { get; set; }
}
