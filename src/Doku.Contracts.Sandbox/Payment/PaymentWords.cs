namespace Doku.Contracts.Sandbox.Payment;

/// <summary>What happened to an order, in a customer's words.</summary>
internal static class PaymentWords
{
    internal static string Of(SandboxOrderEvent one) =>
        one.Kind switch
        {
            SandboxOrderEventKind.Created => "The shop placed the order",
            SandboxOrderEventKind.Paid => "Paid",
            SandboxOrderEventKind.Declined => "The payment was declined",
            SandboxOrderEventKind.Cancelled => "Left without paying",
            SandboxOrderEventKind.Expired when one.Cause == SandboxOrderCause.Call =>
                "The shop called the order off",
            SandboxOrderEventKind.Expired => "The time to pay ran out",
            SandboxOrderEventKind.Refunded => "The money was given back",
            _ => Told(one.Delivery),
        };

    private static string Told(NotificationDelivery? delivery) =>
        delivery?.Outcome switch
        {
            NotificationOutcome.Acknowledged => "The shop was told",
            NotificationOutcome.Refused => "The shop was told, and refused the message",
            NotificationOutcome.Withheld or NotificationOutcome.Late =>
                "The message to the shop waits",
            NotificationOutcome.NoAddress => "The shop gave no address for messages",
            _ => "The shop could not be told",
        };
}
