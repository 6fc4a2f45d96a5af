namespace Doku.Contracts.Sandbox;

/// <summary>Where an order of the sandbox stands.</summary>
public enum SandboxOrderStatus
{
    /// <summary>Waiting for the customer; on the wire <c>PENDING</c>.</summary>
    Pending,

    /// <summary>Paid; only a refund follows; on the wire <c>SUCCESS</c>.</summary>
    Success,

    /// <summary>Declined; the customer may try again; on the wire <c>FAILED</c>.</summary>
    Failed,

    /// <summary>The time to pay ran out, which is final; on the wire <c>EXPIRED</c>.</summary>
    Expired,

    /// <summary>Paid, and the money given back, which is final; on the wire <c>REFUNDED</c>.</summary>
    Refunded,
}
