using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport;

/// <summary>An order that DOKU has: either its response to the call is there, or at least what the status check said.</summary>
/// <typeparam name="TResponse">The response to the call.</typeparam>
public sealed class RecoveredOrder<TResponse>
    where TResponse : class
{
    /// <summary>Makes it: one of <paramref name="response"/> and <paramref name="report"/> is there.</summary>
    /// <param name="response">The response to the call.</param>
    /// <param name="report">What the status check said.</param>
    /// <param name="status">The state of the payment, where it was said.</param>
    public RecoveredOrder(TResponse? response, OrderReport? report, ContractStatus? status)
    {
        Response = response;
        Report = report;
        Status = status;
    }

    /// <summary>DOKU's response to the call, with the page for the customer; null where only the status could be had.</summary>
    public TResponse? Response { get; }

    /// <summary>What DOKU said of the order's status, where it was asked.</summary>
    public OrderReport? Report { get; }

    /// <summary>
    /// The state of the payment; null where DOKU didn't say, right after the call, that is: pending. An order without
    /// <see cref="Response"/> that isn't paid can't be paid by this customer any more, because nobody has its page: let it
    /// expire, and make a new one under a new invoice number.
    /// </summary>
    public ContractStatus? Status { get; }

    /// <summary>The status, and nothing else of the content.</summary>
    public override string ToString() => $"recovered order, {Status?.Value ?? "without a status"}";
}
