namespace Doku.Contracts.AspNetCore;

// What was given up, until somebody decides.
public sealed partial class DatabaseNotificationInbox
{
    private const string Dead = $"{One} AND state = 3";

    // What nobody works on: dead, waiting, or under a lease that has ended. With the fence moved on, whoever held it can't
    // complete it any more.
    private const string Idle = $"{One} AND (state IN (0, 3) OR (state = 1 AND moment <= @now))";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DeadNotification>> ListDeadAsync(
        int limit,
        DeadNotification? after,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        var place = after?.Notification;
        return await _database.QueryAsync(
            $"""
            SELECT {Columns}, moment, attempts, failure FROM doku_notifications
            WHERE state >= 2 AND state = 3 AND (received_at, {KeyColumns}) > (@received, @client, @endpoint, @hash)
            ORDER BY received_at, {KeyColumns} LIMIT @limit
            """,
            [
                ("received", place?.ReceivedAt ?? DateTimeOffset.MinValue),
                ("client", place?.Key.ClientId ?? ""),
                ("endpoint", place?.Key.Endpoint ?? ""),
                ("hash", place?.Key.BodyHash ?? ""),
                ("limit", limit),
            ],
            reader => new DeadNotification(
                ReadStored(reader),
                reader.GetMoment(9),
                reader.GetInt32(10),
                reader.GetString(11)
            ),
            changes: false,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReplayAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    ) =>
        await _database.ExecuteAsync(
            $"UPDATE doku_notifications SET state = 0, moment = @now, attempts = 0, fence = fence + 1 WHERE {Idle} AND body IS NOT NULL",
            Of(key, ("now", Now)),
            cancellationToken
        ) == 1;

    /// <inheritdoc/>
    public async ValueTask<bool> DiscardAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    ) =>
        await _database.ExecuteAsync(
            $"""
            UPDATE doku_notifications SET state = 2, moment = @now, body = NULL, failure = 'discarded', fence = fence + 1
            WHERE {Idle}
            """,
            Of(key, ("now", Now)),
            cancellationToken
        ) == 1;

    /// <inheritdoc/>
    public async ValueTask<bool> EraseAsync(
        NotificationKey key,
        CancellationToken cancellationToken
    ) =>
        await _database.ExecuteAsync(
            $"UPDATE doku_notifications SET body = NULL WHERE {Dead} AND body IS NOT NULL",
            Of(key),
            cancellationToken
        ) == 1;

    /// <inheritdoc/>
    public ValueTask<int> EraseAsync(
        DateTimeOffset deadBefore,
        CancellationToken cancellationToken
    ) =>
        _database.ChangeAsync(
            "UPDATE doku_notifications SET body = NULL",
            "doku_notifications",
            KeyColumns,
            "state >= 2 AND state = 3 AND moment < @before AND body IS NOT NULL",
            deadBefore,
            cancellationToken
        );
}
