namespace Doku.Contracts.Transport;

/// <summary>
/// What a signature covers, apart from the secret. The texts are the header values exactly as they travel, and the
/// body is the very bytes on the wire.
/// </summary>
public readonly record struct SignedMessage
{
    /// <summary>The <c>Client-Id</c> header.</summary>
    public required string ClientId { get; init; }

    /// <summary>The <c>Request-Id</c> header.</summary>
    public required string RequestId { get; init; }

    /// <summary>The <c>Request-Timestamp</c> or <c>Response-Timestamp</c> header.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The path that is called, without host: of a notification, the path of the Notification URL.</summary>
    public required string RequestTarget { get; init; }

    /// <summary>
    /// The body. Leave it out where the message has none, as a GET; a body of no bytes is a body, and has a digest.
    /// </summary>
    // Not nullable: a null byte array turns silently into an empty memory, and that is another message.
    public ReadOnlyMemory<byte> Body
    {
        get;
        init
        {
            field = value;
            HasBody = true;
        }
    }

    /// <summary>Whether <see cref="Body"/> was set.</summary>
    public bool HasBody { get; private init; }

    /// <summary>Whether this is DOKU's answer to a call; calls and notifications are requests.</summary>
    public bool IsResponse { get; init; }
}
