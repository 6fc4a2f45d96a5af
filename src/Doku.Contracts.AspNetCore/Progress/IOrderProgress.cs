using System.Data.Common;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// What DOKU last said of each order, by the rule of <see cref="ContractStatus.After"/>: reports may come late, twice
/// and out of order, and none makes a paid order unpaid.
/// </summary>
public interface IOrderProgress
{
    /// <summary>Takes a report in. Atomic: of several reports at once, each is judged after the one before.</summary>
    /// <param name="transaction">
    /// The transaction of <see cref="NotificationScope.BeginTransactionAsync"/>, so that progress, the shop's own writes
    /// and the notification's completion count together; null to write at once.
    /// </param>
    /// <param name="clientId">The merchant.</param>
    /// <param name="invoiceNumber">The order.</param>
    /// <param name="reported">What DOKU said.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException"><paramref name="reported"/> has no text, or the transaction isn't this store's.</exception>
    ValueTask<OrderAdvance> AdvanceAsync(
        DbTransaction? transaction,
        string clientId,
        string invoiceNumber,
        ContractStatus reported,
        CancellationToken cancellationToken
    );

    /// <summary>Forgets the orders of which nothing was reported that changed them since a moment, a thousand at a time.</summary>
    /// <returns>How many were forgotten.</returns>
    ValueTask<int> PruneAsync(DateTimeOffset changedBefore, CancellationToken cancellationToken);

    /// <summary>The order's status; null when nothing was reported of it.</summary>
    ValueTask<ContractStatus?> FindAsync(
        string clientId,
        string invoiceNumber,
        CancellationToken cancellationToken
    );
}
