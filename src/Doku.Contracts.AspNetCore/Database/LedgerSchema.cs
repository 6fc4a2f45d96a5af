using System.Data.Common;
using System.Globalization;

namespace Doku.Contracts.AspNetCore;

/// <summary>The ledger's tables.</summary>
internal static class LedgerSchema
{
    internal const int Version = 2;
    private const string VersionTable = "doku_ledger_version";

    /// <summary>Creates what is missing; does nothing where all is there.</summary>
    internal static string CreateScript(SqlDialect dialect) =>
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
              -- 0 waiting, 1 being worked on, 2 done, 3 dead
              state integer NOT NULL,
              -- waiting: when it is due; being worked on: when the lease ends; done and dead: since when.
              -- All times are milliseconds since 1970-01-01 UTC.
              moment bigint NOT NULL,
              -- grows with each claim: what was claimed before can't be completed any more
              fence bigint NOT NULL,
              attempts integer NOT NULL,
              failure text,
              -- the verified bytes; erased when it is done
              body {dialect.Blob},
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
            INSERT INTO doku_ledger_version (version) SELECT {Version}
              WHERE NOT EXISTS (SELECT 1 FROM doku_ledger_version);
            """;

    /// <summary>Sees to it that the tables are there and of this library's version.</summary>
    /// <exception cref="LedgerSchemaException">They aren't.</exception>
    internal static async Task EnsureAsync(
        DbConnection connection,
        SqlDialect dialect,
        bool creates,
        CancellationToken cancellationToken
    )
    {
        if (!await ExistsAsync(connection, dialect, cancellationToken))
        {
            if (!creates)
            {
                throw new LedgerSchemaException(
                    "The notification ledger's tables are missing: run the script that "
                        + "NotificationLedgerScript.For returns, or set CreatesTables."
                );
            }

            await CreateAsync(connection, dialect, cancellationToken);
        }

        await using var command = connection.Command(
            $"SELECT count(*), min(version), max(version) FROM {VersionTable}"
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var rows = reader.GetInt64(0);
        if (rows != 1 || reader.GetInt32(1) != Version)
        {
            var found =
                rows == 0 ? "none" : reader.GetInt32(2).ToString(CultureInfo.InvariantCulture);
            throw new LedgerSchemaException(
                $"The notification ledger's tables are of version {found}; this library needs version {Version}."
            );
        }
    }

    private static async Task<bool> ExistsAsync(
        DbConnection connection,
        SqlDialect dialect,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.Command(
            dialect.HasTable,
            parameters: ("name", VersionTable)
        );
        return Convert.ToInt64(
                await command.ExecuteScalarAsync(cancellationToken),
                CultureInfo.InvariantCulture
            ) > 0;
    }

    private static async Task CreateAsync(
        DbConnection connection,
        SqlDialect dialect,
        CancellationToken cancellationToken
    )
    {
        if (dialect.BeforeCreate is { } before)
        {
            await using var command = connection.Command(before);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (dialect.CreateLock is { } createLock)
        {
            await using var command = connection.Command(createLock, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var create = connection.Command(CreateScript(dialect), transaction))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
