namespace Doku.Contracts.AspNetCore;

/// <summary>The ledger's tables as scripts, for databases in which a program may not create any.</summary>
public static class NotificationLedgerScript
{
    /// <summary>
    /// The SQL that creates the tables in a database that has none: one transaction, to be run once. A SQLite file should
    /// be put into write-ahead mode as well (<c>PRAGMA journal_mode = WAL</c>, once).
    /// </summary>
    /// <param name="database">Which database it is.</param>
    public static string For(NotificationDatabase database) => SchemaOf(database).ScriptFrom(0);

    /// <summary>
    /// The SQL that brings the tables of an earlier version to this library's: one transaction, to be run once, before the
    /// first program of this library starts. Programs of the version before go on working while it runs and after it. In
    /// PostgreSQL it waits two seconds at most for transactions that use the tables, and otherwise fails and changes
    /// nothing: run it again.
    /// </summary>
    /// <param name="database">Which database it is.</param>
    /// <param name="fromVersion">The tables' version, from 2 on: the message of <see cref="LedgerSchemaException"/> names it.</param>
    /// <exception cref="ArgumentOutOfRangeException">No tables of that version can be brought to this library's.</exception>
    public static string For(NotificationDatabase database, int fromVersion)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fromVersion, LedgerMigration.First);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
            fromVersion,
            LedgerMigration.All[^1].Version
        );
        return SchemaOf(database).ScriptFrom(fromVersion);
    }

    private static LedgerSchema SchemaOf(NotificationDatabase database) =>
        new(SqlDialect.Of(database), LedgerMigration.All);
}
