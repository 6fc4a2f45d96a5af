namespace Doku.Contracts.Sandbox;

/// <summary>How a <see cref="DokuSandbox"/> starts. Everything has a default.</summary>
public sealed class DokuSandboxOptions
{
    /// <summary>The one merchant's Client-Id; by default a new one of the form <c>MCH-NNNN-</c> and 14 digits.</summary>
    public string? ClientId { get; set; }

    /// <summary>The merchant's secret key; by default a new random one that starts with <c>SK-</c>.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Where notifications go; must be on this machine. Null sends none until it is set on the sandbox.</summary>
    public Uri? NotificationUrl { get; set; }

    /// <summary>The clock for time stamps, their check and the orders' expiry; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The port on 127.0.0.1, 0 to 65535; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// How far a request's time stamp may be from the clock, either way; five minutes by default. DOKU documents
    /// no limit.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many of the latest requests are remembered; 256 by default, at least 1.</summary>
    public int ExchangeCapacity { get; set; } = 256;
}
