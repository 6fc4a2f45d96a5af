namespace Doku.Contracts.Sandbox;

/// <summary>One attempt to tell the merchant of an order's status.</summary>
public sealed class NotificationDelivery
{
    /// <summary>When the attempt was made, by the sandbox's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How it ended.</summary>
    public required NotificationOutcome Outcome { get; init; }

    /// <summary>The HTTP status of the merchant's answer; null without an answer.</summary>
    public int? Status { get; init; }

    /// <summary>Where the notification was sent; null when it was not.</summary>
    public Uri? Url { get; init; }

    /// <summary>The fault that befell the attempt, or null.</summary>
    public SandboxFault? Fault { get; init; }

    /// <summary>The notification's own Request-Id; the same when it is sent again. Empty when there was nothing to tell.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The notification's body, byte for byte. Empty when there was nothing to tell.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>True when the merchant acknowledged, so that DOKU would not send it again.</summary>
    public bool IsAcknowledged => Outcome == NotificationOutcome.Acknowledged;

    /// <summary>True when the attempt left for the merchant, or was lost on the way.</summary>
    internal bool Left =>
        Outcome
            is NotificationOutcome.Acknowledged
                or NotificationOutcome.Refused
                or NotificationOutcome.Unreachable
                or NotificationOutcome.Lost;

    internal static NotificationDelivery NothingToTell(DateTimeOffset at) =>
        new() { At = at, Outcome = NotificationOutcome.NothingToTell };
}
