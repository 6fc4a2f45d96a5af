using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;

namespace Doku.Contracts.Transport;

/// <summary>
/// Which order a message is about. DOKU's answers repeat the request's invoice number and amount; an answer that names
/// others is about another order, however well it is signed.
/// </summary>
internal readonly record struct EchoedOrder(string? InvoiceNumber, decimal? Amount)
{
    /// <summary>What a request or an answer says of its order; nothing, where it has none.</summary>
    internal static EchoedOrder Of(object? message) =>
        message switch
        {
            GenerateOrderRequest { Order: var order } => new(order.InvoiceNumber, order.Amount),
            GenerateOrderResponse { TakenOrder: { } order } => new(
                order.InvoiceNumber,
                order.Amount
            ),
            OrderStatusResponse { Order: { } order } => new(order.InvoiceNumber, order.Amount),
            _ => default,
        };

    /// <summary>Whether two messages can't be about one order. What either doesn't say is no difference.</summary>
    internal bool IsOtherThan(EchoedOrder other) =>
        (
            InvoiceNumber is not null
            && other.InvoiceNumber is not null
            && !string.Equals(InvoiceNumber, other.InvoiceNumber, StringComparison.Ordinal)
        ) || (Amount is { } amount && other.Amount is { } otherAmount && amount != otherAmount);
}
