using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Doku.Contracts.AspNetCore;

/// <summary>A database whose tables are known to be there, and its connections.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore whose wait handle nobody asks for holds nothing to dispose."
)]
internal sealed class LedgerDatabase(
    NotificationDatabase kind,
    DbDataSource source,
    bool createsTables,
    IReadOnlyList<LedgerMigration>? migrations = null
)
{
    private const int Batch = 1000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _preparing = new(1);
    private readonly SemaphoreSlim? _writing = SqlDialect.Of(kind).HasOneWriter ? new(1) : null;
    private readonly LedgerSchema _schema = new(
        SqlDialect.Of(kind),
        migrations ?? LedgerMigration.All
    );
    private volatile bool _isPrepared;

    internal SqlDialect Dialect { get; } = SqlDialect.Of(kind);

    /// <summary>
    /// Creates, migrates or checks the tables: once, and again when a statement fails as if a newer program had taken
    /// away what this one needs.
    /// </summary>
    /// <exception cref="LedgerSchemaException">The tables are missing or of a version that this library can't work with.</exception>
    internal async ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        if (_isPrepared)
        {
            return;
        }

        await _preparing.WaitAsync(cancellationToken);
        try
        {
            if (!_isPrepared)
            {
                await using var connection = await ConnectAsync(cancellationToken);
                await _schema.EnsureAsync(connection, createsTables, cancellationToken);
                _isPrepared = true;
            }
        }
        finally
        {
            _preparing.Release();
        }
    }

    /// <summary>Runs one statement that changes something, in a transaction of its own.</summary>
    /// <returns>How many rows changed.</returns>
    internal async ValueTask<int> ExecuteAsync(
        string sql,
        (string, object?)[] parameters,
        CancellationToken cancellationToken
    )
    {
        await PrepareAsync(cancellationToken);
        await EnterAsync(cancellationToken);
        try
        {
            await using var connection = await ConnectAsync(cancellationToken);
            await using var command = connection.Command(sql, null, parameters);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException exception) when (Dialect.IsOfOtherTables(exception))
        {
            _isPrepared = false;
            throw;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Deletes the rows before a moment; see <see cref="ChangeAsync"/>.</summary>
    /// <returns>How many rows were deleted.</returns>
    internal ValueTask<int> DeleteAsync(
        string table,
        string key,
        string condition,
        DateTimeOffset before,
        CancellationToken cancellationToken
    ) => ChangeAsync($"DELETE FROM {table}", table, key, condition, before, cancellationToken);

    /// <summary>
    /// Changes the rows before a moment, <c>@before</c>, a thousand at a time, so that the condition no longer holds: no
    /// statement holds many rows, and a process that ends between two has done what it did.
    /// </summary>
    /// <returns>How many rows were changed.</returns>
    internal async ValueTask<int> ChangeAsync(
        string change,
        string table,
        string key,
        string condition,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        var sum = 0;
        int changed;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            changed = await ExecuteAsync(
                $"""
                {change} WHERE ({key}) IN (
                  SELECT {key} FROM {table} WHERE {condition} LIMIT {Batch}{Dialect.SkipLocked})
                """,
                [("before", before)],
                cancellationToken
            );
            sum += changed;
        } while (changed == Batch);

        return sum;
    }

    /// <summary>Runs one statement that returns rows, changing some or none.</summary>
    internal async ValueTask<List<TRow>> QueryAsync<TRow>(
        string sql,
        (string, object?)[] parameters,
        Func<DbDataReader, TRow> read,
        bool changes,
        CancellationToken cancellationToken
    )
    {
        await PrepareAsync(cancellationToken);
        if (changes)
        {
            await EnterAsync(cancellationToken);
        }

        try
        {
            await using var connection = await ConnectAsync(cancellationToken);
            await using var command = connection.Command(sql, null, parameters);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<TRow>();
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (DbException exception) when (Dialect.IsOfOtherTables(exception))
        {
            _isPrepared = false;
            throw;
        }
        finally
        {
            if (changes)
            {
                Leave();
            }
        }
    }

    /// <summary>Begins a transaction that will write.</summary>
    /// <param name="completing">Its last statement; see <see cref="LedgerTransaction"/>.</param>
    /// <param name="released">Called when it is over, however it ended.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async ValueTask<LedgerTransaction> BeginAsync(
        Func<DbTransaction, CancellationToken, ValueTask>? completing,
        Action? released,
        CancellationToken cancellationToken
    )
    {
        await PrepareAsync(cancellationToken);
        await EnterAsync(cancellationToken);
        DbConnection? connection = null;
        try
        {
            connection = await ConnectAsync(cancellationToken);
            return new LedgerTransaction(
                await connection.BeginTransactionAsync(
                    IsolationLevel.ReadCommitted,
                    cancellationToken
                ),
                completing,
                () =>
                {
                    Leave();
                    released?.Invoke();
                }
            );
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            Leave();
            throw;
        }
    }

    /// <summary>Looks again and again whether another connection has committed something.</summary>
    internal async Task WatchAsync(
        Action changed,
        TimeSpan every,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        await PrepareAsync(cancellationToken);
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = connection.Command(Dialect.ChangeCounter!);
        using var timer = new PeriodicTimer(every, timeProvider);
        object? last = null;
        do
        {
            var number = await command.ExecuteScalarAsync(cancellationToken);
            if (!Equals(number, last))
            {
                changed();
                last = number;
            }
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async ValueTask<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        if (Dialect.OnOpen is { } first)
        {
            await using var command = connection.Command(first);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return connection;
    }

    private async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        // Not for ever: a handler that writes beside its own open transaction would wait for itself.
        if (_writing is not null && !await _writing.WaitAsync(LongestWait, cancellationToken))
        {
            throw new TimeoutException(
                "The ledger's database was locked for 30 seconds by a transaction of this process."
            );
        }
    }

    private void Leave() => _writing?.Release();
}
