namespace Doku.Contracts.AspNetCore;

/// <summary>
/// A notification whose signature holds, or what DOKU said in a signed response when it was asked about an order. Only the
/// endpoint and the reconciler can make one, so that a handler can't be given what nobody verified.
/// </summary>
/// <typeparam name="T">The notification.</typeparam>
public sealed class Verified<T>
    where T : class
{
    internal Verified(T value, VerifiedEnvelope envelope)
    {
        Value = value;
        RawBody = envelope.Body;
        KeyId = envelope.KeyId;
        RequestId = envelope.RequestId;
        Timestamp = envelope.Timestamp;
        ReceivedAt = envelope.ReceivedAt;
    }

    /// <summary>The notification, read leniently: fields and values that the contract doesn't know pass.</summary>
    public T Value { get; }

    /// <summary>
    /// Whether it was no notification: DOKU was asked how the order stands, by <c>AddReconciliation</c>, and this is the
    /// response in a notification's form.
    /// </summary>
    public bool IsReconciled => KeyId.Length == 0;

    /// <summary>
    /// The very bytes that were signed; of a response, its members re-serialised. They hold personal data: don't log them.
    /// </summary>
    public ReadOnlyMemory<byte> RawBody { get; }

    /// <summary>
    /// The id of the key under which the signature holds; once no notification shows the old key, it can go. Empty where
    /// <see cref="IsReconciled"/>.
    /// </summary>
    public string KeyId { get; }

    /// <summary>The notification's own <c>Request-Id</c>, or that of the question. DOKU doesn't say whether one that is sent again keeps it.</summary>
    public string RequestId { get; }

    /// <summary>When DOKU signed it; of a response, when it came in.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>Names the notification's type and Request-Id, and nothing of its content.</summary>
    public override string ToString() => $"verified {typeof(T).Name}, Request-Id {RequestId}";
}
