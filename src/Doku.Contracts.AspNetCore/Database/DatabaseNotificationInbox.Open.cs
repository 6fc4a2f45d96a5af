using System.Data.Common;

namespace Doku.Contracts.AspNetCore;

// What isn't done, for whoever looks after the ledger.
public sealed partial class DatabaseNotificationInbox
{
    private const string OpenColumns = $"{Columns}, state, moment, attempts, failure";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OpenNotification>> ListOpenAsync(
        DateTimeOffset receivedBefore,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return await _database.QueryAsync(
            $"""
            SELECT {OpenColumns} FROM doku_notifications
            WHERE state < 2 AND received_at < @before AND endpoint <> '{ReconcilerLease.Endpoint}'
            ORDER BY received_at, {KeyColumns} LIMIT @limit
            """,
            [("before", receivedBefore), ("limit", limit)],
            ReadOpen,
            changes: false,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async ValueTask<OpenNotification?> FindOpenAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    )
    {
        var found = await _database.QueryAsync(
            $"SELECT {OpenColumns} FROM doku_notifications WHERE {One} AND state <> 2",
            Of(key),
            ReadOpen,
            changes: false,
            cancellationToken
        );
        return found.Count > 0 ? found[0] : null;
    }

    private static OpenNotification ReadOpen(DbDataReader reader) =>
        new(
            ReadStored(reader),
            (OpenState)reader.GetInt32(9),
            reader.GetMoment(10),
            reader.GetInt32(11),
            reader.IsDBNull(12) ? null : reader.GetString(12)
        );
}
