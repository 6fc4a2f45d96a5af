using System.Data.Common;

namespace Doku.Contracts.AspNetCore;

/// <summary>What SQLite and PostgreSQL say differently. All else is one text for both.</summary>
internal sealed record SqlDialect
{
    // The number is this library's own.
    private const string Lock = "SELECT pg_advisory_xact_lock(4919131752990)";

    // A change of a table waits for all transactions that use it, and all later ones wait behind it. So that nobody
    // waits for long it gives up, and is tried again.
    private const string LockTimeout = "SET LOCAL lock_timeout = '2s'";

    private SqlDialect() { }

    internal static SqlDialect Sqlite { get; } =
        new()
        {
            Database = NotificationDatabase.Sqlite,
            Blob = "BLOB",
            Greatest = "max",
            ForUpdate = "",
            SkipLocked = "",
            TakeLock = "",
            InOrder = "",
            RowId = "rowid",
            IsAmong = rows => $"rowid IN ({rows})",
            ChangeCounter = "PRAGMA data_version",
            Announce = null,
            // The engine's own waiting is fine-grained; the driver's begins after it.
            OnOpen = "PRAGMA busy_timeout = 5000",
            BeforeCreate = "PRAGMA journal_mode = WAL",
            HasTable = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name",
            // A transaction of this database locks all of it, so migrating needs no lock of its own.
            MigrationLock = [],
            BeginScript = "BEGIN IMMEDIATE;",
            // The code is the same for every mistake in a statement, so the engine's words tell.
            IsOfOtherTables = exception =>
                exception.Message.Contains("no such ", StringComparison.Ordinal)
                || exception.Message.Contains("has no column", StringComparison.Ordinal),
            HasOneWriter = true,
        };

    internal static SqlDialect PostgreSql { get; } =
        new()
        {
            Database = NotificationDatabase.PostgreSql,
            Blob = "bytea",
            Greatest = "GREATEST",
            ForUpdate = " FOR UPDATE",
            SkipLocked = " FOR UPDATE SKIP LOCKED",
            RowId = "ctid",
            // An array is made once and each row fetched by its place: a join might walk through all that is done.
            IsAmong = rows => $"ctid = ANY(ARRAY({rows}))",
            ChangeCounter = null,
            Announce = "NOTIFY doku_notifications",
            // Together with the statement that follows it is one transaction and one round trip, and that statement sees
            // what was committed before the lock was there. A block returns no rows. Where a table has no statistics, or has
            // them from when nothing was open, the planner expects a handful of open rows, and would read and sort all of
            // them for each statement that takes. Compiling the statement takes longer than running it.
            TakeLock = """
                DO $$BEGIN
                  PERFORM set_config(setting, 'off', true)
                    FROM unnest(ARRAY['enable_sort', 'enable_bitmapscan', 'enable_seqscan', 'jit']) AS setting;
                  PERFORM pg_advisory_xact_lock(4919131752991);
                END$$;
                """,
            InOrder = "DO $$BEGIN PERFORM set_config('enable_sort', 'off', true); END$$; ",
            OnOpen = null,
            BeforeCreate = null,
            HasTable = "SELECT count(*) FROM pg_catalog.pg_class WHERE oid = to_regclass(@name)",
            MigrationLock = [Lock, LockTimeout],
            BeginScript = $"BEGIN;\n{Lock};\n{LockTimeout};",
            // Class 42: undefined table, undefined column.
            IsOfOtherTables = exception =>
                exception.SqlState?.StartsWith("42", StringComparison.Ordinal) == true,
            HasOneWriter = false,
        };

    /// <summary>Which database it is.</summary>
    internal required NotificationDatabase Database { get; init; }

    /// <summary>The type of bytes.</summary>
    internal required string Blob { get; init; }

    /// <summary>The function that gives the greater of two numbers.</summary>
    internal required string Greatest { get; init; }

    /// <summary>What makes a SELECT hold its row until the transaction ends.</summary>
    internal required string ForUpdate { get; init; }

    /// <summary>What makes a SELECT hold its row and pass over rows that others hold.</summary>
    internal required string SkipLocked { get; init; }

    /// <summary>
    /// What lets one process at a time look for work: two that look at one moment don't see each other's claims, and would
    /// take two notifications of one order. Also has the statement find rows as <see cref="InOrder"/> does.
    /// </summary>
    internal required string TakeLock { get; init; }

    /// <summary>
    /// What has the statement that follows it find the first rows in an order by the index that has that order, and never
    /// by reading all and sorting them.
    /// </summary>
    internal required string InOrder { get; init; }

    /// <summary>What tells a row from all others while a statement runs.</summary>
    internal required string RowId { get; init; }

    /// <summary>The condition that a row is one of those whose <see cref="RowId"/> a query selects.</summary>
    internal required Func<string, string> IsAmong { get; init; }

    /// <summary>Gives another number when another connection has committed; null where the database has none.</summary>
    internal required string? ChangeCounter { get; init; }

    /// <summary>Tells whoever listens that there is work; null where nobody can listen.</summary>
    internal required string? Announce { get; init; }

    /// <summary>What a connection runs first.</summary>
    internal required string? OnOpen { get; init; }

    /// <summary>What runs before tables are created or migrated, outside a transaction.</summary>
    internal required string? BeforeCreate { get; init; }

    /// <summary>Counts the tables called <c>@name</c>.</summary>
    internal required string HasTable { get; init; }

    /// <summary>Statements that let one process at a time migrate, until its transaction ends.</summary>
    internal required IReadOnlyList<string> MigrationLock { get; init; }

    /// <summary>What a migration's script begins with.</summary>
    internal required string BeginScript { get; init; }

    /// <summary>Whether a statement failed as one does whose tables are of another version.</summary>
    internal required Func<DbException, bool> IsOfOtherTables { get; init; }

    /// <summary>
    /// Whether one writer locks out all others. Writers of this process then queue up without holding a thread; those
    /// of other processes wait in the engine.
    /// </summary>
    internal required bool HasOneWriter { get; init; }

    internal static SqlDialect Of(NotificationDatabase database) =>
        database switch
        {
            NotificationDatabase.Sqlite => Sqlite,
            NotificationDatabase.PostgreSql => PostgreSql,
            _ => throw new ArgumentOutOfRangeException(nameof(database)),
        };
}
