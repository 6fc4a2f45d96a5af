using System.Data.Common;

namespace Doku.Contracts.AspNetCore;

/// <summary>
/// A database transaction whose last statement marks a notification as done. Disposing it without a commit undoes all of
/// it.
/// </summary>
public sealed class LedgerTransaction : IAsyncDisposable
{
    private readonly DbConnection? _connection;
    private readonly Func<DbTransaction, CancellationToken, ValueTask>? _completing;
    private readonly Action? _released;
    private bool _isDisposed;

    /// <summary>Takes over a transaction and its connection.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="completing">
    /// Marks the notification as done in the transaction, right before the commit, and throws where that changes
    /// nothing; null where the transaction completes none.
    /// </param>
    /// <param name="released">Called once, after transaction and connection are disposed; may be null.</param>
    public LedgerTransaction(
        DbTransaction transaction,
        Func<DbTransaction, CancellationToken, ValueTask>? completing = null,
        Action? released = null
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        Transaction = transaction;
        _connection = transaction.Connection;
        _completing = completing;
        _released = released;
    }

    /// <summary>The transaction, for commands of one's own. Neither commit it nor roll it back.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>Marks the notification as done, and makes it all count at once. When this returns, it does.</summary>
    /// <exception cref="LeaseLostException">Somebody else works on the notification.</exception>
    /// <exception cref="InvalidOperationException">The transaction was ended by somebody else.</exception>
    /// <exception cref="DbException">
    /// The database refused. In PostgreSQL that is so, too, after a statement that failed, though its error was caught:
    /// the transaction is aborted.
    /// </exception>
    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (Transaction.Connection is null)
        {
            throw new InvalidOperationException(
                "The ledger's transaction is over before its commit: the handler must neither commit nor roll back."
            );
        }

        if (_completing is not null)
        {
            // PostgreSQL answers COMMIT in an aborted transaction by a silent ROLLBACK. A statement before it fails.
            await _completing(Transaction, cancellationToken);
        }

        await Transaction.CommitAsync(cancellationToken);
    }

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
