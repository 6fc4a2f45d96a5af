namespace Doku.Contracts.AspNetCore;

/// <summary>A notification as it was verified.</summary>
public sealed record StoredNotification
{
    /// <summary>The merchant, the endpoint and the body's hash.</summary>
    public required NotificationKey Key { get; init; }

    /// <summary>The name of the contract that the endpoint reads; for the eyes of whoever lists the dead.</summary>
    public required string Contract { get; init; }

    /// <summary>The very bytes that were signed. They hold personal data: don't log them.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>
    /// Whether <see cref="Body"/> is there, empty as it may be: false of one that was erased, and of one that an inline
    /// endpoint has claimed, which is stored nowhere. True by default.
    /// </summary>
    public bool HasBody { get; init; } = true;

    /// <summary>The notification's own <c>Request-Id</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>The id of the key under which the signature held; empty for a response to the reconciler.</summary>
    public required string KeyId { get; init; }

    /// <summary>
    /// What the notifications of one order have in common, and no others: they are worked on one after the other. At most
    /// 64 characters; null where the notification belongs to no order.
    /// </summary>
    public string? OrderKey { get; init; }

    /// <summary>When DOKU signed it.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>When it came in. Databases keep milliseconds.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    internal static StoredNotification Of(
        NotificationKey key,
        string contract,
        VerifiedEnvelope envelope,
        string? orderKey = null
    ) =>
        new()
        {
            Key = key,
            Contract = contract,
            Body = envelope.Body,
            RequestId = envelope.RequestId,
            KeyId = envelope.KeyId,
            OrderKey = orderKey,
            SignedAt = envelope.Timestamp,
            ReceivedAt = envelope.ReceivedAt,
        };

    /// <summary>The endpoint and the Request-Id, and nothing of the content.</summary>
    public override string ToString() => $"notification {RequestId} of {Key.Endpoint}";
}
