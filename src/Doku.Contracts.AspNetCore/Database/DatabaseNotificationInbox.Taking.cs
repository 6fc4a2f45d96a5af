using System.Globalization;

namespace Doku.Contracts.AspNetCore;

// Taking what is due, and of each order the next.
public sealed partial class DatabaseNotificationInbox
{
    private const string OtherOfOrder = """
        SELECT 1 FROM doku_notifications AS other
          WHERE other.order_key = mine.order_key AND other.state < 2
        """;

    // The order and the dialect's InOrder leave PostgreSQL the index by orders alone: by statistics from when nothing was
    // open, any index of the open rows is as good as another. The offset keeps it from making joins of the condition, and
    // from leaving the order out.
    private const string FirstAlone =
        "ORDER BY other.signed_at, other.received_at, other.body_hash LIMIT 1 OFFSET 0";

    // No other of its order was signed earlier, or is being worked on under a lease that lasts.
    private const string IsNextOfOrder = $"""
        NOT EXISTS ({OtherOfOrder}
            AND (other.signed_at, other.received_at, other.body_hash)
              < (mine.signed_at, mine.received_at, mine.body_hash)
          {FirstAlone})
        AND NOT EXISTS ({OtherOfOrder}
            AND other.state = 1 AND other.moment > @now AND other.body_hash <> mine.body_hash
          {FirstAlone})
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
        var dialect = _database.Dialect;
        var due = $"""
            SELECT {dialect.RowId} FROM doku_notifications AS mine
              WHERE state < 2 AND moment <= @now AND body IS NOT NULL AND endpoint IN ({names})
                AND (order_key IS NULL OR ({IsNextOfOrder}))
              ORDER BY moment LIMIT @limit{dialect.SkipLocked}
            """;
        return await _database.QueryAsync(
            $"""
            {dialect.TakeLock}UPDATE doku_notifications SET {_claim} WHERE {dialect.IsAmong(due)}
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
