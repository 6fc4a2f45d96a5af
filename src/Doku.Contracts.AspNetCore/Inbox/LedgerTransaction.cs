using System.Data.Common;

namespace Doku.Contracts.AspNetCore;

/// <summary>A database transaction in which a notification is done. Disposing it without a commit undoes all of it.</summary>
public sealed class LedgerTransaction : IAsyncDisposable
{
    private readonly DbConnection? _connection;
    private readonly Action? _released;
    private bool _isDisposed;

    /// <summary>Takes over a transaction and its connection.</summary>
    /// <param name="transaction">The transaction, in which the notification is marked as done.</param>
    /// <param name="released">Called once, after transaction and connection are disposed; may be null.</param>
    public LedgerTransaction(DbTransaction transaction, Action? released = null)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        Transaction = transaction;
        _connection = transaction.Connection;
        _released = released;
    }

    /// <summary>The transaction, for commands of one's own. Neither commit it nor roll it back.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>Makes it all count at once.</summary>
    public ValueTask CommitAsync(CancellationToken cancellationToken) =>
        new(Transaction.CommitAsync(cancellationToken));

    /// <summary>Undoes what wasn't committed, and gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            await Transaction.DisposeAsync();
            if (_connection is not null)
            {
                await _connection.DisposeAsync();
            }
        }
        finally
        {
            _released?.Invoke();
        }
    }
}
