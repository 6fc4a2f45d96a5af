namespace Doku.Contracts.Sandbox;

/// <summary>
/// What can go wrong between a merchant and DOKU. The first group befalls calls, the last three befall notifications.
/// </summary>
public enum SandboxFault
{
    /// <summary>The connection ends without an answer, and nothing was done.</summary>
    DropBeforeCommit,

    /// <summary>The call is carried out, and the connection ends without an answer.</summary>
    DropAfterCommit,

    /// <summary>The call is carried out, and the connection is reset.</summary>
    ConnectionReset,

    /// <summary>
    /// The call is carried out, and the answer's headers come only after <see cref="SandboxFaults.Delay"/> by the
    /// sandbox's clock.
    /// </summary>
    SlowHeaders,

    /// <summary>The call is carried out, and the connection ends in the middle of the answer's body.</summary>
    TruncatedBody,

    /// <summary>The call is carried out, and the answer comes without a signature.</summary>
    UnsignedAnswer,

    /// <summary>The call is carried out, and the answer's signature is another key's.</summary>
    WronglySignedAnswer,

    /// <summary>HTTP 500 in DOKU's shape, and nothing was done.</summary>
    ServerError,

    /// <summary>HTTP 429 with Retry-After, and nothing was done.</summary>
    TooManyRequests,

    /// <summary>
    /// The server's clock is off by <see cref="SandboxFaults.Skew"/> for this call, so that its time stamp is refused.
    /// </summary>
    ClockSkew,

    /// <summary>The call is carried out, and a gateway answers HTTP 502 with a page of HTML.</summary>
    GatewayPage,

    /// <summary>The notification never arrives; DOKU sees no acknowledgement and tries again later.</summary>
    LostNotification,

    /// <summary>The notification arrives twice.</summary>
    DuplicatedNotification,

    /// <summary>The notification leaves only after <see cref="SandboxFaults.Delay"/> by the sandbox's clock.</summary>
    LateNotification,
}
