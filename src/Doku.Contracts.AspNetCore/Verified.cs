namespace Doku.Contracts.AspNetCore;

/// <summary>
/// A notification whose signature holds. Only the endpoint can make one, so that a handler can't be given what nobody
/// verified.
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

    /// <summary>The very bytes that were signed. They hold personal data: don't log them.</summary>
    public ReadOnlyMemory<byte> RawBody { get; }

    /// <summary>The id of the key under which the signature holds; once no notification shows the old key, it can go.</summary>
    public string KeyId { get; }

    /// <summary>The notification's own <c>Request-Id</c>. DOKU doesn't say whether one that is sent again keeps it.</summary>
    public string RequestId { get; }

    /// <summary>When DOKU signed it.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>Names the notification's type and Request-Id, and nothing of its content.</summary>
    public override string ToString() => $"verified {typeof(T).Name}, Request-Id {RequestId}";
}
