using System.Data.Common;
using Doku.Contracts.Common;

namespace Doku.Contracts.AspNetCore;

/// <summary>Order progress in this process's memory, which a restart forgets: for development and tests.</summary>
public sealed class InMemoryOrderProgress : IOrderProgress
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string, string), PaylaterStatus> _orders = [];

    /// <inheritdoc/>
    public ValueTask<OrderAdvance> AdvanceAsync(
        DbTransaction? transaction,
        string clientId,
        string invoiceNumber,
        PaylaterStatus reported,
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
    public ValueTask<PaylaterStatus?> FindAsync(
        string clientId,
        string invoiceNumber,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return new(
                _orders.TryGetValue((clientId, invoiceNumber), out var status) ? status : null
            );
        }
    }

    internal OrderAdvance Advance(string clientId, string invoiceNumber, PaylaterStatus reported)
    {
        ArgumentException.ThrowIfNullOrEmpty(reported.Value, nameof(reported));
        lock (_gate)
        {
            var order = (clientId, invoiceNumber);
            PaylaterStatus? before = _orders.TryGetValue(order, out var status) ? status : null;
            var after = before?.After(reported) ?? reported;
            _orders[order] = after;
            return new OrderAdvance(before, after);
        }
    }

    /// <summary>Undoes an advance, unless a later report has changed the order since.</summary>
    internal void Undo(string clientId, string invoiceNumber, OrderAdvance advance)
    {
        lock (_gate)
        {
            var order = (clientId, invoiceNumber);
            if (!advance.IsChanged || _orders[order] != advance.After)
            {
                return;
            }

            if (advance.Before is { } before)
            {
                _orders[order] = before;
            }
            else
            {
                _orders.Remove(order);
            }
        }
    }
}
