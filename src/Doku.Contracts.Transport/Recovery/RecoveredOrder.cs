using Doku.Contracts.Common;
using Doku.Contracts.Kredivo;

namespace Doku.Contracts.Transport;

/// <summary>An order that DOKU has: either its answer to the call is there, or at least what the status check said.</summary>
public sealed record RecoveredOrder
{
    internal RecoveredOrder(GenerateOrderResponse answer)
    {
        Answer = answer;
        Status = answer.Status;
    }

    internal RecoveredOrder(OrderStatusResponse check, PaylaterStatus status)
    {
        Check = check;
        Status = status;
    }

    /// <summary>DOKU's answer to the call, with the page for the customer; null where only the status could be had.</summary>
    public GenerateOrderResponse? Answer { get; }

    /// <summary>What DOKU said of the order's status, where it was asked.</summary>
    public OrderStatusResponse? Check { get; }

    /// <summary>
    /// The state of the payment. An order without <see cref="Answer"/> that isn't paid can't be paid by this customer any
    /// more, because nobody has its page: let it expire, and make a new one under a new invoice number.
    /// </summary>
    public PaylaterStatus Status { get; }
}
