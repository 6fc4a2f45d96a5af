using Doku.Contracts.Runtime;

namespace Storefront.Orders;

/// <summary>Where an order of the shop stands.</summary>
internal enum OrderState
{
    /// <summary>Sent, or about to be: whether DOKU has taken it isn't known yet.</summary>
    Confirming,

    /// <summary>DOKU has refused it. The customer may order again.</summary>
    Refused,

    /// <summary>DOKU has taken it; the customer has yet to pay.</summary>
    AwaitingPayment,

    /// <summary>A payment was declined; the customer may try once more.</summary>
    Declined,

    /// <summary>The time to pay is over.</summary>
    Expired,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Paid, and the money was given back.</summary>
    Refunded,
}

/// <summary>How an order may move.</summary>
internal static class OrderProgress
{
    /// <summary>
    /// Messages may overtake each other: a declined first attempt may be told of after the second one succeeded. So
    /// only a refund takes "paid" back, and only "paid" takes "expired" back, since money has come whatever the clock said.
    /// </summary>
    internal static OrderState Next(this OrderState current, OrderState reported) =>
        (current, reported) switch
        {
            (OrderState.Refunded, _) or (_, OrderState.Refunded) => OrderState.Refunded,
            (OrderState.Paid, _) => OrderState.Paid,
            (_, OrderState.Paid) => OrderState.Paid,
            (OrderState.Expired, _) => OrderState.Expired,
            // The answer to the order may come in after the first word about its payment.
            (OrderState.Declined, OrderState.AwaitingPayment) => OrderState.Declined,
            // Whatever a repeated call is told, an order of which DOKU has spoken was taken.
            (OrderState.AwaitingPayment or OrderState.Declined, OrderState.Refused) => current,
            _ => reported,
        };

    /// <summary>What DOKU's word means to the shop; null where it changes nothing.</summary>
    internal static OrderState? Meaning(ContractStatus? status) =>
        status?.Value switch
        {
            "SUCCESS" => OrderState.Paid,
            "REFUNDED" => OrderState.Refunded,
            "FAILED" => OrderState.Declined,
            "EXPIRED" => OrderState.Expired,
            _ => null,
        };
}
