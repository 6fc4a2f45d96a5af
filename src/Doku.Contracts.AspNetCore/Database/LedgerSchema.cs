using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Doku.Contracts.AspNetCore;

/// <summary>The ledger's tables: brings them to a version, and tells which ones this build can work with.</summary>
internal sealed class LedgerSchema(SqlDialect dialect, IReadOnlyList<LedgerMigration> migrations)
{
    private const string VersionTable = "doku_ledger_version";

    private readonly int _version = migrations[^1].Version;

    /// <summary>The whole of a new database, or the steps after a version, as one transaction.</summary>
    internal string ScriptFrom(int version) =>
        $"""
            {dialect.BeginScript}
            {string.Concat(After(version).Select(step => step.SqlFor(dialect)))}COMMIT;

            """;

    /// <summary>Sees to it that the tables are there and that this build can work with them.</summary>
    /// <param name="connection">An open connection, outside of a transaction.</param>
    /// <param name="migrates">Whether tables are created and migrated; otherwise somebody runs the script.</param>
    /// <param name="cancellationToken">Stops waiting, and undoes what was begun.</param>
    /// <exception cref="LedgerSchemaException">They aren't, or it can't.</exception>
    internal async Task EnsureAsync(
        DbConnection connection,
        bool migrates,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(connection, null, cancellationToken);
        if (found.Version < _version && migrates)
        {
            found = await MigrateAsync(connection, cancellationToken);
        }

        if (found.CompatibleWith > _version)
        {
            throw new LedgerSchemaException(
                $"The notification ledger's tables are of version {found.Version}, for programs of version "
                    + $"{found.CompatibleWith} and later; this library is of version {_version}."
            );
        }

        if (found.Version < _version)
        {
            var call =
                found.Version == 0
                    ? $"NotificationLedgerScript.For(NotificationDatabase.{dialect.Database})"
                    : $"NotificationLedgerScript.For(NotificationDatabase.{dialect.Database}, {found.Version})";
            var state = found.Version == 0 ? "missing" : $"of version {found.Version}";
            throw new LedgerSchemaException(
                $"The notification ledger's tables are {state}; this library needs version {_version}. "
                    + $"Run the script that {call} returns, or set CreatesTables."
            );
        }
    }

    private IEnumerable<LedgerMigration> After(int version) =>
        migrations.Where(step => step.Version > version);

    private async Task<Found> MigrateAsync(
        DbConnection connection,
        CancellationToken cancellationToken
    )
    {
        if (dialect.BeforeCreate is { } before)
        {
            await RunAsync(connection, null, before, cancellationToken);
        }

        // Not an isolation of the database's own choice: what another process did is seen after waiting for the lock.
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.ReadCommitted,
            cancellationToken
        );
        foreach (var statement in dialect.MigrationLock)
        {
            await RunAsync(connection, transaction, statement, cancellationToken);
        }

        var found = await FindAsync(connection, transaction, cancellationToken);
        foreach (var step in After(found.Version))
        {
            await RunAsync(connection, transaction, step.SqlFor(dialect), cancellationToken);
        }

        found = await FindAsync(connection, transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found;
    }

    private async Task<Found> FindAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        if (!await ExistsAsync(connection, transaction, cancellationToken))
        {
            return default;
        }

        await using var command = connection.Command(
            $"SELECT * FROM {VersionTable} LIMIT 2",
            transaction
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new LedgerSchemaException(
                $"The notification ledger's tables are of version none: {VersionTable} has no row."
            );
        }

        var compatibleWith = reader.GetInt32(0);
        // Before version 3 the tables were of the version that they demanded.
        var version = reader.FieldCount > 1 ? reader.GetInt32(1) : compatibleWith;
        if (await reader.ReadAsync(cancellationToken))
        {
            throw new LedgerSchemaException(
                $"The version of the notification ledger's tables is unclear: {VersionTable} has several rows."
            );
        }

        return version >= LedgerMigration.First
            ? new Found(version, compatibleWith)
            : throw new LedgerSchemaException(
                $"The notification ledger's tables are of version {version}, from before the first release: "
                    + $"this library migrates from version {LedgerMigration.First} on."
            );
    }

    private async Task<bool> ExistsAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.Command(
            dialect.HasTable,
            transaction,
            ("name", VersionTable)
        );
        return Convert.ToInt64(
                await command.ExecuteScalarAsync(cancellationToken),
                CultureInfo.InvariantCulture
            ) > 0;
    }

    private static async Task RunAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.Command(sql, transaction);
        // An index on a large table takes its time: a limit would undo each attempt.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="Version">The tables' version; 0 where there are none.</param>
    /// <param name="CompatibleWith">The oldest build that can work with them.</param>
    private readonly record struct Found(int Version, int CompatibleWith);
}
