namespace Doku.Contracts.Sandbox;

/// <summary>What can happen to an order.</summary>
public enum SandboxOrderEventKind
{
    /// <summary>The order was accepted.</summary>
    Created,

    /// <summary>The customer paid.</summary>
    Paid,

    /// <summary>The payment was declined.</summary>
    Declined,

    /// <summary>The customer went back to the shop without paying.</summary>
    Cancelled,

    /// <summary>The time to pay ran out.</summary>
    Expired,

    /// <summary>The money was given back.</summary>
    Refunded,

    /// <summary>A notification was due: sent, withheld or without an address.</summary>
    Notified,
}
