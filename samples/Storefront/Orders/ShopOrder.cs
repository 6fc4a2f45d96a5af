using Doku.Contracts.Kredivo;

namespace Storefront.Orders;

/// <summary>One order, stored before anything of it is sent. Never changes; the book holds its latest version.</summary>
internal sealed record ShopOrder
{
    internal required string InvoiceNumber { get; init; }

    /// <summary>The idempotency key: every attempt to send this order carries it, so that DOKU makes it once.</summary>
    internal required string RequestId { get; init; }

    /// <summary>What was, or will be, sent; kept because a repeated call must carry the same body.</summary>
    internal required GenerateOrderRequest Request { get; init; }

    /// <summary>Whose order it is; nobody else sees its pages.</summary>
    internal required string Owner { get; init; }

    internal required DateTimeOffset PlacedAt { get; init; }

    internal OrderState State { get; init; }

    /// <summary>Kredivo's page, once DOKU has told it.</summary>
    internal Uri? PaymentUrl { get; init; }

    /// <summary>The order that this one stands in for, after a refusal or an expiry; null for a first attempt.</summary>
    internal string? Replaces { get; init; }

    /// <summary>The order that the customer placed in this one's stead.</summary>
    internal string? ReplacedBy { get; init; }

    /// <summary>The Request-Ids of the verified notifications that came for this order, first things first.</summary>
    internal IReadOnlyList<string> Notifications { get; init; } = [];

    /// <summary>Whether money has come for it, also where it was given back since.</summary>
    internal bool HasMoney => State is OrderState.Paid or OrderState.Refunded;

    /// <summary>Whether the customer may still pay it on Kredivo's page.</summary>
    internal bool IsPayable =>
        State is OrderState.AwaitingPayment or OrderState.Declined && PaymentUrl is not null;

    /// <summary>Whether nothing will come of it any more, so that another may be placed in its stead.</summary>
    internal bool IsOver =>
        State is OrderState.Refused or OrderState.Expired
        || (State is OrderState.AwaitingPayment or OrderState.Declined && PaymentUrl is null);

    internal ShopOrder Reported(OrderState state) => this with { State = State.Next(state) };

    /// <summary>DOKU has it; the customer goes on to Kredivo's page, where DOKU has named one.</summary>
    internal ShopOrder Accepted(Uri? page) =>
        Reported(OrderState.AwaitingPayment) with
        {
            PaymentUrl = page ?? PaymentUrl,
        };
}
