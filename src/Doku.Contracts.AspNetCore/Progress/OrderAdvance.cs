using Doku.Contracts.Runtime;

namespace Doku.Contracts.AspNetCore;

/// <summary>What a report did to an order.</summary>
/// <param name="Before">The status until now; null when this is the first report.</param>
/// <param name="After">The status from now on.</param>
public readonly record struct OrderAdvance(ContractStatus? Before, ContractStatus After)
{
    /// <summary>Whether the status is another now. Deliver only on this: the same news may come in several notifications.</summary>
    public bool IsChanged => Before != After;

    /// <summary>Whether the order is paid by this report, and wasn't before.</summary>
    public bool IsNowPaid => IsChanged && After.IsPaid;
}
