using System.Data.Common;
using System.Globalization;

namespace Doku.Contracts.AspNetCore;

// Claims and leases. A row is held by whoever knows its fence while its state is 1. The sum keeps PostgreSQL from looking
// for the row among all that is open, which it does where its statistics are from when nothing was.
public sealed partial class DatabaseNotificationInbox
{
    private const string Held = $"{One} AND fence = @fence AND state + 0 = 1";

    // Whether another notification of its order is open, and may be worked on now.
    private const string Followed = $"""
        CASE WHEN EXISTS (SELECT 1 FROM doku_notifications AS other
            WHERE other.order_key = doku_notifications.order_key AND other.state < 2 AND other.body_hash <> @hash
          {FirstAlone}) THEN 1 ELSE 0 END
        """;

    private const string Complete = $"""
        UPDATE doku_notifications SET state = 2, moment = @now, body = NULL, failure = NULL
        WHERE {Held} RETURNING {Followed}
        """;

    /// <inheritdoc/>
    public async ValueTask<LedgerClaim> TryBeginAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    )
    {
        var now = Now;
        var leases = await _database.QueryAsync(
            $"""
            INSERT INTO doku_notifications
              ({Columns}, state, moment, fence, attempts)
            VALUES (@client, @endpoint, @hash, '', '', '', @now, @now, NULL, 1, @end, @now, 1)
            ON CONFLICT ({KeyColumns}) DO UPDATE SET {_claim}
            WHERE doku_notifications.state IN (0, 3)
              OR (doku_notifications.state = 1 AND doku_notifications.moment <= @now)
            RETURNING fence, moment, attempts
            """,
            Of(key, ("now", now), ("end", now + _leaseTime)),
            reader => new NotificationLease(
                key,
                reader.GetInt64(0),
                reader.GetMoment(1),
                reader.GetInt32(2)
            ),
            changes: true,
            cancellationToken
        );
        if (leases.Count > 0)
        {
            return LedgerClaim.Begun(leases[0]);
        }

        var states = await _database.QueryAsync(
            $"SELECT state FROM doku_notifications WHERE {One}",
            Of(key),
            reader => reader.GetInt32(0),
            changes: false,
            cancellationToken
        );
        // A row that went away in between was given back: whoever asks again begins.
        return states is [2] ? LedgerClaim.AlreadyDone : LedgerClaim.InProgress;
    }

    /// <inheritdoc/>
    public async ValueTask<NotificationLease?> RenewAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(lease);
        var end = Now + _leaseTime;
        var changed = await _database.ExecuteAsync(
            $"UPDATE doku_notifications SET moment = @end WHERE {Held}",
            Of(lease, ("end", end)),
            cancellationToken
        );
        return changed == 1 ? lease with { ExpiresAt = end } : null;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CompleteAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    ) => await EndAsync(Complete, Of(lease, ("now", Now)), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> AbandonAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    )
    {
        // What was claimed without being stored leaves no trace; what was stored waits again, or is dead again where its
        // body was erased.
        var changed = await _database.ExecuteAsync(
            $"DELETE FROM doku_notifications WHERE {Held} AND body IS NULL AND contract = ''",
            Of(lease),
            cancellationToken
        );
        return changed == 1
            || await _database.ExecuteAsync(
                $"""
                UPDATE doku_notifications SET state = CASE WHEN body IS NULL THEN 3 ELSE 0 END,
                  moment = @now, attempts = attempts - 1
                WHERE {Held}
                """,
                Of(lease, ("now", Now)),
                cancellationToken
            ) == 1;
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerTransaction> BeginCompletionAsync(
        NotificationLease lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(lease);
        // Not held by a statement at once: the fence at the end tells whether the notification is still the lease's.
        var isFollowed = false;
        return await _database.BeginAsync(
            CompleteInAsync,
            () =>
            {
                if (isFollowed)
                {
                    _freed?.Invoke();
                }
            },
            cancellationToken
        );

        // Not before the handler's statements: what it does to the transaction would undo or commit the completion.
        async ValueTask CompleteInAsync(DbTransaction within, CancellationToken cancel)
        {
            await using var command = within.Connection!.Command(
                _database.Dialect.InOrder + Complete,
                within,
                Of(lease, ("now", Now))
            );
            isFollowed = IsTrue(
                await command.ExecuteScalarAsync(cancel) ?? throw new LeaseLostException()
            );
        }
    }

    /// <summary>Ends the work on a notification by a statement that returns <see cref="Followed"/>.</summary>
    /// <returns>False when the lease was lost.</returns>
    private async ValueTask<bool> EndAsync(
        string sql,
        (string, object?)[] parameters,
        CancellationToken cancellationToken
    )
    {
        var followed = await _database.QueryAsync(
            _database.Dialect.InOrder + sql,
            parameters,
            reader => IsTrue(reader.GetValue(0)),
            changes: true,
            cancellationToken
        );
        if (followed is [true])
        {
            _freed?.Invoke();
        }

        return followed.Count == 1;
    }

    private static bool IsTrue(object number) =>
        Convert.ToInt32(number, CultureInfo.InvariantCulture) == 1;
}
