using System.Data.Common;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.AspNetCore;

/// <summary>Order progress in this process's memory, which a restart forgets: for development and tests.</summary>
/// <param name="timeProvider">The clock; the machine's own when null.</param>
public sealed class InMemoryOrderProgress(TimeProvider? timeProvider = null)
    : IOrderProgress,
        IPendingOrders
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly Dictionary<
        (string, string),
        (ContractStatus Status, DateTimeOffset ChangedAt)
    > _orders = [];

    /// <inheritdoc/>
    public ValueTask<OrderAdvance> AdvanceAsync(
        DbTransaction? transaction,
        string clientId,
        string invoiceNumber,
        ContractStatus reported,
        CancellationToken cancellationToken
    )
    {
        if (transaction is not null)
        {
            throw new ArgumentException("Memory has no transactions.", nameof(transaction));
        }

        return new(Advance(clientId, invoiceNumber, reported));
    }

    /// <inheritdoc/>
    public ValueTask<ContractStatus?> FindAsync(
        string clientId,
        string invoiceNumber,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return new(
                _orders.TryGetValue((clientId, invoiceNumber), out var found) ? found.Status : null
            );
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PruneAsync(
        DateTimeOffset changedBefore,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            var old = _orders.Where(o => o.Value.ChangedAt < changedBefore).ToList();
            old.ForEach(order => _orders.Remove(order.Key));
            return new(old.Count);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<PendingOrder> ListAsync(
        string clientId,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return _orders
                .Where(order =>
                    order.Key.Item1 == clientId
                    && !order.Value.Status.IsFinal
                    && order.Value.ChangedAt >= from
                    && order.Value.ChangedAt <= until
                )
                .OrderBy(order => order.Value.ChangedAt)
                .Select(order => new PendingOrder(order.Key.Item2, order.Value.ChangedAt))
                .ToList()
                .ToAsyncEnumerable();
        }
    }

    internal OrderAdvance Advance(string clientId, string invoiceNumber, ContractStatus reported)
    {
        ArgumentException.ThrowIfNullOrEmpty(reported.Value, nameof(reported));
        lock (_gate)
        {
            var order = (clientId, invoiceNumber);
            ContractStatus? before = _orders.TryGetValue(order, out var found)
                ? found.Status
                : null;
            var advance = new OrderAdvance(before, before?.After(reported) ?? reported);
            if (advance.IsChanged)
            {
                _orders[order] = (advance.After, _timeProvider.GetUtcNow());
            }

            return advance;
        }
    }

    /// <summary>Undoes an advance, unless a later report has changed the order since.</summary>
    internal void Undo(string clientId, string invoiceNumber, OrderAdvance advance)
    {
        lock (_gate)
        {
            var order = (clientId, invoiceNumber);
            if (!advance.IsChanged || _orders[order].Status != advance.After)
            {
                return;
            }

            if (advance.Before is { } before)
            {
                _orders[order] = (before, _timeProvider.GetUtcNow());
            }
            else
            {
                _orders.Remove(order);
            }
        }
    }
}
