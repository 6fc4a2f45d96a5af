using System.Data.Common;
using System.Globalization;

namespace Doku.Contracts.AspNetCore.Tests.Ledger;

/// <summary>
/// A process of the build before: the statements of version 2, as they stood in the last commit before version 3.
/// </summary>
internal sealed class Version2Inbox(
    NotificationDatabase kind,
    DbDataSource source,
    TimeProvider clock
)
{
    private const string KeyColumns = "client_id, endpoint, body_hash";
    private const string One = "client_id = @client AND endpoint = @endpoint AND body_hash = @hash";
    private const string Held = $"{One} AND fence = @fence AND state = 1";
    private const string Columns =
        $"{KeyColumns}, contract, request_id, key_id, signed_at, received_at, body";

    private bool IsSqlite => kind == NotificationDatabase.Sqlite;

    private string Blob => IsSqlite ? "BLOB" : "bytea";

    private string Greatest => IsSqlite ? "max" : "GREATEST";

    private string SkipLocked => IsSqlite ? "" : " FOR UPDATE SKIP LOCKED";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private string Claim =>
        $"""
            state = 1, moment = @end, attempts = doku_notifications.attempts + 1,
            fence = {Greatest}(doku_notifications.fence + 1, @now)
            """;

    /// <summary>What the old build does when it starts: creates what is missing, and demands its own version.</summary>
    internal async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (IsSqlite)
        {
            await RunAsync("PRAGMA journal_mode = WAL", [], cancellationToken);
        }

        await RunAsync(
            $"""
            CREATE TABLE IF NOT EXISTS doku_ledger_version (version integer NOT NULL);
            CREATE TABLE IF NOT EXISTS doku_notifications (
              client_id text NOT NULL,
              endpoint text NOT NULL,
              body_hash text NOT NULL,
              contract text NOT NULL,
              request_id text NOT NULL,
              key_id text NOT NULL,
              signed_at bigint NOT NULL,
              received_at bigint NOT NULL,
              state integer NOT NULL,
              moment bigint NOT NULL,
              fence bigint NOT NULL,
              attempts integer NOT NULL,
              failure text,
              body {Blob},
              PRIMARY KEY (client_id, endpoint, body_hash)
            );
            CREATE INDEX IF NOT EXISTS doku_notifications_open ON doku_notifications (moment) WHERE state < 2;
            CREATE INDEX IF NOT EXISTS doku_notifications_closed ON doku_notifications (state, moment) WHERE state >= 2;
            CREATE TABLE IF NOT EXISTS doku_orders (
              client_id text NOT NULL,
              invoice_number text NOT NULL,
              status text NOT NULL,
              changed_at bigint NOT NULL,
              PRIMARY KEY (client_id, invoice_number)
            );
            CREATE INDEX IF NOT EXISTS doku_orders_changed ON doku_orders (changed_at);
            INSERT INTO doku_ledger_version (version) SELECT 2
              WHERE NOT EXISTS (SELECT 1 FROM doku_ledger_version);
            """,
            [],
            cancellationToken
        );
        var found = await AskAsync(
            "SELECT count(*), min(version), max(version) FROM doku_ledger_version",
            [],
            reader => (reader.GetInt64(0), reader.GetInt32(1)),
            cancellationToken
        );
        if (found != (1, 2))
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The notification ledger's tables are of version {found.Item2}; this library needs version 2."
                )
            );
        }
    }

    internal async Task<bool> StoreAsync(
        StoredNotification notification,
        CancellationToken cancellationToken
    ) =>
        await RunAsync(
            $"""
            INSERT INTO doku_notifications ({Columns}, state, moment, fence, attempts, failure)
            VALUES (@client, @endpoint, @hash, @contract, @request, @key, @signed, @received, @body,
              0, @moment, @now, 0, @failure)
            ON CONFLICT ({KeyColumns}) DO UPDATE SET
              contract = @contract, request_id = @request, key_id = @key, signed_at = @signed,
              received_at = @received, body = @body
            WHERE doku_notifications.state = 1 AND doku_notifications.body IS NULL
            """,
            [
                .. Of(notification.Key),
                ("contract", notification.Contract),
                ("request", notification.RequestId),
                ("key", notification.KeyId),
                ("signed", notification.SignedAt.ToUnixTimeMilliseconds()),
                ("received", notification.ReceivedAt.ToUnixTimeMilliseconds()),
                ("body", notification.Body.ToArray()),
                ("now", Now),
                ("moment", notification.SignedAt.ToUnixTimeMilliseconds()),
                ("failure", DBNull.Value),
            ],
            cancellationToken
        ) == 1;

    /// <returns>The key and the fence; null where nothing is due.</returns>
    internal Task<(NotificationKey Key, long Fence)?> TakeAsync(
        CancellationToken cancellationToken
    ) =>
        AskAsync<(NotificationKey, long)?>(
            $"""
            UPDATE doku_notifications SET {Claim}
            WHERE ({KeyColumns}) = (
              SELECT {KeyColumns} FROM doku_notifications
              WHERE state < 2 AND moment <= @now AND body IS NOT NULL AND endpoint IN (@e2)
              ORDER BY moment LIMIT 1{SkipLocked})
            RETURNING {Columns}, fence, moment, attempts
            """,
            [("now", Now), ("end", Now + 300_000), ("e2", "/notify")],
            reader =>
                (
                    new NotificationKey(
                        reader.GetString(0),
                        reader.GetString(1),
                        reader.GetString(2)
                    ),
                    reader.GetInt64(9)
                ),
            cancellationToken
        );

    internal async Task<bool> CompleteAsync(
        (NotificationKey Key, long Fence) lease,
        CancellationToken cancellationToken
    ) =>
        await RunAsync(
            $"UPDATE doku_notifications SET state = 2, moment = @now, body = NULL, failure = NULL WHERE {Held}",
            [.. Of(lease.Key), ("fence", lease.Fence), ("now", Now)],
            cancellationToken
        ) == 1;

    internal async Task<bool> FailAsync(
        (NotificationKey Key, long Fence) lease,
        CancellationToken cancellationToken
    ) =>
        await RunAsync(
            $"""
            UPDATE doku_notifications
            SET state = 3, moment = @at, failure = @failure
            WHERE {Held} AND body IS NOT NULL
            """,
            [.. Of(lease.Key), ("fence", lease.Fence), ("at", Now), ("failure", "old")],
            cancellationToken
        ) == 1;

    private static (string, object)[] Of(NotificationKey key) =>
        [("client", key.ClientId), ("endpoint", key.Endpoint), ("hash", key.BodyHash)];

    private async Task<int> RunAsync(
        string sql,
        (string, object)[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<TRow?> AskAsync<TRow>(
        string sql,
        (string, object)[] parameters,
        Func<DbDataReader, TRow> read,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : default;
    }

    private static DbCommand Command(
        DbConnection connection,
        string sql,
        (string, object)[] parameters
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
