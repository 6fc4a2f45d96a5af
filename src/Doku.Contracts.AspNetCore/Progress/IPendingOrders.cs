namespace Doku.Contracts.AspNetCore;

/// <summary>Tells the reconciler which of the shop's orders are still open, so that it asks DOKU about them.</summary>
public interface IPendingOrders
{
    /// <summary>
    /// Lists one merchant's orders that DOKU has taken and of which no final state is known, best the oldest first. It is
    /// called at each round; orders outside the time given, and those whose turn hasn't come, are passed over.
    /// </summary>
    /// <param name="clientId">The merchant's <c>Client-Id</c>.</param>
    /// <param name="from">The earliest moment since which an order may be pending: older ones were given up long ago.</param>
    /// <param name="until">The latest moment: younger ones may still be notified of.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <remarks>
    /// The list is read to its end, or to a thousand orders whose turn it is, before DOKU is asked about the first. What it
    /// throws is logged, and the next round lists again.
    /// </remarks>
    IAsyncEnumerable<PendingOrder> ListAsync(
        string clientId,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );
}
