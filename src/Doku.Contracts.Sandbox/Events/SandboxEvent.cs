namespace Doku.Contracts.Sandbox;

/// <summary>Something that happened in the sandbox, in the order in which it happened.</summary>
public sealed class SandboxEvent
{
    /// <summary>Number of the event: 1, 2, 3 and so on, without gaps.</summary>
    public long Sequence { get; internal set; }

    /// <summary>When it happened, by the sandbox's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required SandboxEventKind Kind { get; init; }

    /// <summary>The merchant whom it concerns, when that is known.</summary>
    public string? ClientId { get; init; }

    /// <summary>The order whom it concerns, by its invoice number, when that is known.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>Method and path of a call.</summary>
    public string? Call { get; init; }

    /// <summary>The whole call with its answer.</summary>
    public SandboxExchange? Exchange { get; init; }

    /// <summary>The fault that was injected.</summary>
    public SandboxFault? Fault { get; init; }

    /// <summary>The call or notification that the fault befell.</summary>
    public SandboxFaultTarget? Target { get; init; }

    /// <summary>The order that changed.</summary>
    public SandboxOrder? Order { get; init; }

    /// <summary>What happened to the order.</summary>
    public SandboxOrderEvent? OrderEvent { get; init; }

    /// <summary>The notification that was attempted.</summary>
    public SandboxNotification? Notification { get; init; }

    /// <summary>How the attempt ended.</summary>
    public NotificationDelivery? Delivery { get; init; }

    /// <summary>How far the clock was put forward.</summary>
    public TimeSpan? Advanced { get; init; }
}
