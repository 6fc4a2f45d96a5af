namespace Doku.Contracts.Transport;

/// <summary>The names of DOKU's headers.</summary>
public static class DokuHeaders
{
    /// <summary>Whose call it is.</summary>
    public static string ClientId => "Client-Id";

    /// <summary>The idempotency key.</summary>
    public static string RequestId => "Request-Id";

    /// <summary>When a call or notification was signed: UTC, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public static string RequestTimestamp => "Request-Timestamp";

    /// <summary>When an answer was signed.</summary>
    public static string ResponseTimestamp => "Response-Timestamp";

    /// <summary><c>HMACSHA256=</c> and the signature in base64.</summary>
    public static string Signature => "Signature";
}
