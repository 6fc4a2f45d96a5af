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
    internal required string SessionId { get; init; }

    internal OrderState State { get; init; }

    /// <summary>Kredivo's page, once DOKU has told it.</summary>
    internal Uri? PaymentUrl { get; init; }

    /// <summary>The Request-Ids of the verified notifications that came for this order, first things first.</summary>
    internal IReadOnlyList<string> Notifications { get; init; } = [];

    internal ShopOrder Reported(OrderState state) => this with { State = State.Next(state) };
}
