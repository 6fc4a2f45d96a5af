namespace Doku.Contracts.Sandbox;

/// <summary>The call or the notification that a fault may befall.</summary>
/// <param name="Operation">Contract and operation, such as <c>Shipping.Send</c>; for a notification the order's.</param>
/// <param name="IsNotification">True for a notification.</param>
/// <param name="ClientId">The Client-Id of the call, as claimed; the merchant's of a notification.</param>
/// <param name="RequestId">The Request-Id of the call or of the notification.</param>
/// <param name="InvoiceNumber">The order's invoice number, when one is known.</param>
/// <param name="Ordinal">The how-manieth such call of this order, or attempt of this notification, it is: from 1.</param>
public sealed record SandboxFaultTarget(
    string Operation,
    bool IsNotification,
    string ClientId,
    string RequestId,
    string? InvoiceNumber,
    int Ordinal
)
{
    internal string Key { get; init; } = "";
}
