namespace Doku.Contracts.Sandbox;

/// <summary>What a <see cref="SandboxEvent"/> tells of.</summary>
public enum SandboxEventKind
{
    /// <summary>A call to an operation arrived.</summary>
    RequestReceived,

    /// <summary>A call was answered, or its answer was lost by a fault; with <see cref="SandboxEvent.Exchange"/>.</summary>
    Answered,

    /// <summary>A fault was injected; with <see cref="SandboxEvent.Fault"/>.</summary>
    FaultInjected,

    /// <summary>An order was made or changed; with <see cref="SandboxEvent.Order"/> and <see cref="SandboxEvent.OrderEvent"/>.</summary>
    OrderChanged,

    /// <summary>An attempt at a notification ended; with <see cref="SandboxEvent.Notification"/> and <see cref="SandboxEvent.Delivery"/>.</summary>
    NotificationAttempted,

    /// <summary>The clock was put forward; with <see cref="SandboxEvent.Advanced"/>.</summary>
    ClockAdvanced,
}
