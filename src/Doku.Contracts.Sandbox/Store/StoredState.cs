namespace Doku.Contracts.Sandbox.Store;

/// <summary>Everything a store holds, each kind in the order in which it was made.</summary>
internal sealed record StoredState
{
    public TimeSpan ClockOffset { get; init; }

    public IReadOnlyList<StoredMerchant> Merchants { get; init; } = [];

    public IReadOnlyList<StoredOrder> Orders { get; init; } = [];

    public IReadOnlyList<StoredOrderEvent> OrderEvents { get; init; } = [];

    public IReadOnlyList<StoredReply> Replies { get; init; } = [];

    public IReadOnlyList<StoredNotification> Notifications { get; init; } = [];

    public IReadOnlyList<StoredDelivery> Deliveries { get; init; } = [];

    public IReadOnlyList<SandboxExchange> Exchanges { get; init; } = [];
}

internal sealed record StoredMerchant(
    string Name,
    string ClientId,
    string SecretKey,
    Uri? NotificationUrl
);

internal sealed record StoredOrder(
    string ClientId,
    string InvoiceNumber,
    string Operation,
    string RequestId,
    byte[] RequestBody,
    string Token,
    DateTimeOffset CreatedAt,
    SandboxOrderStatus Status,
    DateTimeOffset Since
);

internal sealed record StoredOrderEvent(
    string ClientId,
    string InvoiceNumber,
    DateTimeOffset At,
    SandboxOrderEventKind Kind,
    SandboxOrderCause Cause
);

/// <summary>What was answered under a Request-Id, to be answered again.</summary>
internal sealed record StoredReply(
    string ClientId,
    string RequestId,
    string Operation,
    byte[] RequestBody,
    byte[] Answer
);

internal sealed record StoredNotification(
    string RequestId,
    string ClientId,
    string InvoiceNumber,
    SandboxOrderStatus Status,
    byte[] Body,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FirstAttemptAt,
    DateTimeOffset? NextAttemptAt,
    int Retries,
    bool IsHeld
);

internal sealed record StoredDelivery(string NotificationId, NotificationDelivery Delivery);
