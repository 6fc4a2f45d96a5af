using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Doku.Contracts.AspNetCore;

/// <summary>What surrounds one attempt to work on a notification.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore whose wait handle nobody asks for holds nothing to dispose."
)]
public sealed partial class NotificationScope
{
    private readonly INotificationLedger _ledger;
    private readonly SemaphoreSlim _gate = new(1);
    private volatile NotificationLease _lease;
    private LedgerTransaction? _transaction;
    private Exception? _beginFailure;
    private Exception? _advanceFailure;
    private bool _isOver;

    internal NotificationScope(
        INotificationLedger ledger,
        NotificationLease lease,
        IServiceProvider services,
        InMemoryOrderProgress? memory
    )
    {
        _ledger = ledger;
        _memory = memory;
        _lease = lease;
        Services = services;
    }

    /// <summary>The services of this attempt: the request's own, or a scope of their own where the inbox is worked.</summary>
    public IServiceProvider Services { get; }

    /// <summary>
    /// Which attempt this is, from 1. The attempts before may have failed anywhere, also after an effect outside
    /// <see cref="BeginTransactionAsync"/>.
    /// </summary>
    public int Attempt => _lease.Attempt;

    /// <summary>
    /// The same for each attempt and each time the notification comes: an idempotency key for effects elsewhere, such as
    /// a call to another service.
    /// </summary>
    public NotificationKey Key => _lease.Key;

    /// <summary>The attempt's fencing token; see <see cref="NotificationLease.Token"/>.</summary>
    public long FencingToken => _lease.Token;

    /// <summary>
    /// The ledger's own database transaction: what the handler writes in it counts exactly once, because the
    /// notification is done in it too. It is committed when the handler returns and rolled back when it throws, or when
    /// the process dies; neither commit it nor roll it back: an attempt whose transaction is over before its end has
    /// failed. So has one that caught a statement's error in PostgreSQL, where it aborts the transaction: say
    /// <c>ON CONFLICT</c>, or set a savepoint before. Do slow work first: in SQLite nobody else can write while it is
    /// open, and the lease isn't renewed any more: at its end, two thirds of the lease time later at the earliest, the
    /// handler's token is cancelled. Called again it returns the same.
    /// </summary>
    /// <remarks>
    /// Let its exceptions through. A handler that catches one and returns without a later call that succeeds has written
    /// nothing: the attempt fails with that exception all the same.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The ledger is in no database, or the handler has returned.</exception>
    /// <exception cref="LeaseLostException">Somebody else works on the notification: let this through.</exception>
    public async ValueTask<DbTransaction> BeginTransactionAsync(
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var transaction = await BeginAsync(cancellationToken);
            _beginFailure = null;
            return transaction;
        }
        catch (Exception exception) when (_ledger is INotificationInbox)
        {
            _beginFailure = exception;
            throw;
        }
    }

    private async ValueTask<DbTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            EnsureNotOver();
            if (_ledger is not INotificationInbox inbox)
            {
                throw new InvalidOperationException(
                    "This ledger is in no database, so the handler's writes can't be one with it. "
                        + "Call AddNotificationLedger, or use Key as an idempotency key."
                );
            }

            _transaction ??= await inbox.BeginCompletionAsync(_lease, cancellationToken);
            return _transaction.Transaction;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The attempt's lease, as it was last renewed.</summary>
    internal NotificationLease Lease => _lease;

    /// <summary>Whether the handler has ended the transaction itself, whatever came of that.</summary>
    internal bool HasLostTransaction => _transaction is { Transaction.Connection: null };

    /// <summary>Renews the lease, unless a transaction holds the notification already.</summary>
    /// <returns>The lease; the same as before where there is a transaction; null when it was lost.</returns>
    internal async Task<NotificationLease?> RenewAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_transaction is not null || _isOver)
            {
                return _lease;
            }

            if (await _ledger.RenewAsync(_lease, cancellationToken) is not { } renewed)
            {
                return null;
            }

            return _lease = renewed;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Marks the notification as done, together with the transaction's writes where there are any.</summary>
    /// <returns>False when the lease was lost.</returns>
    /// <exception cref="Exception">What a method of this scope threw and the handler caught.</exception>
    internal async Task<bool> CompleteAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _isOver = true;
            ThrowWhatWasCaught();
            var isDone = true;
            if (_transaction is null)
            {
                isDone = await _ledger.CompleteAsync(_lease, CancellationToken.None);
            }
            else
            {
                await _transaction.CommitAsync(CancellationToken.None);
            }

            _undo.Clear();
            return isDone;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Undoes what wasn't committed.</summary>
    internal async ValueTask CloseAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _isOver = true;
            while (_undo.TryPop(out var undo))
            {
                undo();
            }

            if (_transaction is not null)
            {
                await _transaction.DisposeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    // What these methods didn't do can't be done behind a handler that returns as if they had.
    private void ThrowWhatWasCaught()
    {
        if ((_beginFailure ?? _advanceFailure) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private void EnsureNotOver()
    {
        if (_isOver)
        {
            throw new InvalidOperationException(
                "The handler has returned: what it writes now would never be committed."
            );
        }
    }
}
