namespace Doku.Contracts.AspNetCore;

// Storing, failing and counting.
public sealed partial class DatabaseNotificationInbox
{
    /// <inheritdoc/>
    public async ValueTask<bool> StoreAsync(
        StoredNotification notification,
        string? deadBecause,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(notification);
        var now = Now;
        // Due since DOKU signed it: by a clock of this machine that is ahead it would rest until that moment comes.
        var moment =
            deadBecause is null && notification.SignedAt < now ? notification.SignedAt : now;
        var changed = await _database.ExecuteAsync(
            $"""
            INSERT INTO doku_notifications ({Columns}, order_key, state, moment, fence, attempts, failure)
            VALUES (@client, @endpoint, @hash, @contract, @request, @key, @signed, @received, @body, @order,
              {(deadBecause is null ? "0" : "3")}, @moment, @now, 0, @failure)
            ON CONFLICT ({KeyColumns}) DO UPDATE SET
              contract = @contract, request_id = @request, key_id = @key, signed_at = @signed,
              received_at = @received, body = @body, order_key = @order
            WHERE doku_notifications.state = 1 AND doku_notifications.body IS NULL
            """,
            Of(
                notification.Key,
                ("contract", notification.Contract),
                ("request", notification.RequestId),
                ("key", notification.KeyId),
                ("signed", notification.SignedAt),
                ("received", notification.ReceivedAt),
                ("body", notification.Body.ToArray()),
                ("order", notification.OrderKey),
                ("now", now),
                ("moment", moment),
                ("failure", deadBecause)
            ),
            cancellationToken
        );
        return changed == 1;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> FailAsync(
        NotificationLease lease,
        DateTimeOffset? retryAt,
        string failure,
        CancellationToken cancellationToken
    ) =>
        await EndAsync(
            $"""
            UPDATE doku_notifications
            SET state = {(retryAt is null ? "3" : "0")}, moment = @at, failure = @failure
            WHERE {Held} AND body IS NOT NULL RETURNING {Followed}
            """,
            Of(lease, ("at", retryAt ?? Now), ("failure", failure)),
            cancellationToken
        );

    /// <inheritdoc/>
    public async ValueTask<InboxCounts> CountAsync(CancellationToken cancellationToken)
    {
        var counts = default(InboxCounts);
        var rows = await _database.QueryAsync(
            $"""
            SELECT state, count(*), min(received_at) FROM doku_notifications
            WHERE (state < 2 OR (state >= 2 AND state = 3)) AND endpoint <> '{ReconcilerLease.Endpoint}'
            GROUP BY state
            """,
            [],
            reader => (reader.GetInt32(0), reader.GetInt64(1), reader.GetMoment(2)),
            changes: false,
            cancellationToken
        );
        foreach (var (state, count, oldest) in rows)
        {
            counts = state switch
            {
                0 => counts with { Waiting = count },
                1 => counts with { Working = count },
                _ => counts with { Dead = count },
            };
            if (state < 2 && !(counts.OldestReceivedAt <= oldest))
            {
                counts = counts with { OldestReceivedAt = oldest };
            }
        }

        return counts;
    }

    /// <inheritdoc/>
    public async ValueTask<int> HastenAsync(
        DateTimeOffset latest,
        CancellationToken cancellationToken
    )
    {
        var now = Now;
        return await _database.ExecuteAsync(
            """
            UPDATE doku_notifications SET moment = CASE state WHEN 0 THEN @now ELSE @end END
            WHERE state < 2 AND moment > @latest
            """,
            [("now", now), ("end", now + _leaseTime), ("latest", latest)],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public ValueTask<int> PruneAsync(
        DateTimeOffset doneBefore,
        CancellationToken cancellationToken
    ) =>
        _database.DeleteAsync(
            "doku_notifications",
            KeyColumns,
            "state >= 2 AND state = 2 AND moment < @before",
            doneBefore,
            cancellationToken
        );
}
