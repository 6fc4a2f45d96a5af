using System.Globalization;

namespace Doku.Contracts.AspNetCore;

// Taking what is due, and of each order the next.
public sealed partial class DatabaseNotificationInbox
{
    // Another of the order is being worked on, under a lease that lasts; or was signed earlier, and isn't done.
    private const string OrderIsBusy = """
        EXISTS (SELECT 1 FROM doku_notifications AS other
          WHERE other.client_id = mine.client_id AND other.endpoint = mine.endpoint AND other.order_key = mine.order_key
            AND other.state < 2 AND other.body_hash <> mine.body_hash
            AND ((other.state = 1 AND other.moment > @now)
              OR (other.signed_at, other.received_at, other.body_hash)
                < (mine.signed_at, mine.received_at, mine.body_hash)))
        """;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TakenNotification>> TakeAsync(
        IReadOnlyCollection<string> endpoints,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (endpoints.Count == 0)
        {
            return [];
        }

        var now = Now;
        var named = endpoints.Select(
            (endpoint, i) => (Name: string.Create(CultureInfo.InvariantCulture, $"e{i}"), endpoint)
        );
        var names = string.Join(", ", named.Select(one => "@" + one.Name));
        return await _database.QueryAsync(
            $"""
            {_database.Dialect.TakeLock}WITH due AS MATERIALIZED (
              SELECT {KeyColumns} FROM doku_notifications AS mine
              WHERE state < 2 AND moment <= @now AND body IS NOT NULL AND endpoint IN ({names}) AND NOT {OrderIsBusy}
              ORDER BY moment LIMIT @limit{_database.Dialect.SkipLocked})
            UPDATE doku_notifications SET {_claim} WHERE ({KeyColumns}) IN (SELECT {KeyColumns} FROM due)
            RETURNING {Columns}, fence, moment, attempts, order_key
            """,
            [
                ("now", now),
                ("end", now + _leaseTime),
                ("limit", limit),
                .. named.Select(one => (one.Name, (object?)one.endpoint)),
            ],
            reader =>
            {
                var stored = ReadStored(reader) with
                {
                    OrderKey = reader.IsDBNull(12) ? null : reader.GetString(12),
                };
                return new TakenNotification(
                    stored,
                    new NotificationLease(
                        stored.Key,
                        reader.GetInt64(9),
                        reader.GetMoment(10),
                        reader.GetInt32(11)
                    )
                );
            },
            changes: true,
            cancellationToken
        );
    }
}
