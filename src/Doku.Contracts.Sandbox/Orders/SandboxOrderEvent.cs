namespace Doku.Contracts.Sandbox;

/// <summary>Something that happened to an order.</summary>
public sealed class SandboxOrderEvent
{
    /// <summary>When it happened, by the sandbox's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required SandboxOrderEventKind Kind { get; init; }

    /// <summary>What made it happen.</summary>
    public SandboxOrderCause Cause { get; init; }

    /// <summary>How the notification fared; null unless <see cref="Kind"/> is <see cref="SandboxOrderEventKind.Notified"/>.</summary>
    public NotificationDelivery? Delivery { get; init; }
}
