using System.Globalization;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;
using Doku.Contracts.Sandbox;

namespace Doku.Contracts.Story.Tests;

/// <summary>How one order ended, on both sides.</summary>
/// <param name="Invoice">The invoice number.</param>
/// <param name="IsAccepted">What the shop knows of its call.</param>
/// <param name="Recoveries">How many recoveries it took to know; -1 when it never did.</param>
/// <param name="AtDoku">The sandbox's status; null where it has no such order.</param>
/// <param name="AtShop">The shop's status; null where it heard nothing.</param>
/// <param name="Parcels">How many parcels left.</param>
/// <param name="OrdersMade">How many orders the Request-Id made.</param>
/// <param name="Faults">What went wrong on the way.</param>
internal sealed record OrderEnd(
    string Invoice,
    bool IsAccepted,
    int Recoveries,
    SandboxOrderStatus? AtDoku,
    ContractStatus? AtShop,
    int Parcels,
    int OrdersMade,
    string Faults
)
{
    internal bool IsCharged => AtDoku == SandboxOrderStatus.Success;
}

/// <summary>How a story ended.</summary>
/// <param name="Orders">Each order.</param>
/// <param name="StrayParcels">Invoice numbers of parcels that nobody ordered.</param>
/// <param name="Faults">How often each fault befell something.</param>
/// <param name="MissedEvents">How many events the witness missed.</param>
/// <param name="Unacknowledged">How many notifications the shop never acknowledged.</param>
/// <param name="Checked">How many orders' status the shop had to ask for.</param>
internal sealed record StoryEnd(
    IReadOnlyList<OrderEnd> Orders,
    IReadOnlyList<string> StrayParcels,
    IReadOnlyDictionary<SandboxFault, int> Faults,
    long MissedEvents,
    int Unacknowledged,
    int Checked
)
{
    /// <summary>Orders and their effects on both sides, a line each, for comparing two runs.</summary>
    internal string Ledger =>
        string.Join(
            '\n',
            Orders.Select(order =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{order.Invoice} accepted={order.IsAccepted} made={order.OrdersMade} doku={order.AtDoku} shop={order.AtShop} parcels={order.Parcels}"
                )
            )
        );
}
