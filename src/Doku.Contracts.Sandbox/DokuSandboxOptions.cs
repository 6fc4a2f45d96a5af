namespace Doku.Contracts.Sandbox;

/// <summary>How a <see cref="DokuSandbox"/> starts. Everything has a default.</summary>
public sealed class DokuSandboxOptions
{
    /// <summary>The name of the first merchant; <c>merchant</c> by default.</summary>
    public string MerchantName { get; set; } = "merchant";

    /// <summary>The first merchant's Client-Id; by default a new one of the form <c>MCH-NNNN-</c> and 14 digits.</summary>
    public string? ClientId { get; set; }

    /// <summary>The first merchant's secret key; by default a new random one that starts with <c>SK-</c>.</summary>
    public string? SecretKey { get; set; }

    /// <summary>
    /// Where the first merchant's notifications go; must be on this machine. Null sends none until it is set on the
    /// sandbox.
    /// </summary>
    public Uri? NotificationUrl { get; set; }

    /// <summary>Further merchants, each with credentials of its own.</summary>
    public IList<SandboxMerchantOptions> Merchants { get; } = [];

    /// <summary>
    /// The time that <see cref="DokuSandbox.Clock"/> goes by; the system's by default, so that the clock runs, and can
    /// be put forward as well.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Stops the clock at a moment: it then moves by <see cref="SandboxClock.AdvanceAsync"/> alone, and
    /// <see cref="TimeProvider"/> is not used. Null lets it run.
    /// </summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>The port on 127.0.0.1, 0 to 65535; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// False opens no socket: the sandbox is then reached by <see cref="DokuSandbox.CreateHandler"/> alone. True by
    /// default.
    /// </summary>
    public bool UseSocket { get; set; } = true;

    /// <summary>
    /// How far a request's time stamp may be from the clock, either way; five minutes by default. DOKU documents
    /// no limit.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// When a notification that was not acknowledged is sent again, counted from its first attempt, in rising order;
    /// 30 minutes, 6 hours and 12 hours by default, as DOKU documents.
    /// </summary>
    public IReadOnlyList<TimeSpan> NotificationRetries { get; set; } =
    [TimeSpan.FromMinutes(30), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    /// <summary>
    /// Whether the merchant is told that an order expired; true by default. DOKU tells it to merchants for whom it is
    /// switched on.
    /// </summary>
    public bool NotifyExpiry { get; set; } = true;

    /// <summary>
    /// A folder with further contract and schema files, laid out as <c>schemas/</c>; it may refer to the built-in ones
    /// and replaces them under the same path. Null serves the built-in contracts alone.
    /// </summary>
    public string? SchemaFolder { get; set; }

    /// <summary>
    /// An SQLite file that keeps merchants, orders, exchanges, deliveries and due notifications across restarts,
    /// unmasked and with the merchants' test keys. Null keeps them in memory.
    /// </summary>
    public string? StorePath { get; set; }

    /// <summary>A file into which the session is recorded as JSON lines, masked; an older one is replaced. Null records none.</summary>
    public string? RecordTo { get; set; }

    /// <summary>How many of the latest requests are remembered; 256 by default, at least 1.</summary>
    public int ExchangeCapacity { get; set; } = 256;

    /// <summary>How many of the latest events are remembered; 4096 by default, at least 1.</summary>
    public int EventCapacity { get; set; } = 4096;
}
