namespace Doku.Contracts.AspNetCore;

/// <summary>What SQLite and PostgreSQL say differently. All else is one text for both.</summary>
internal sealed record SqlDialect
{
    private SqlDialect() { }

    internal static SqlDialect Sqlite { get; } =
        new()
        {
            Blob = "BLOB",
            Greatest = "max",
            ForUpdate = "",
            SkipLocked = "",
            // The engine's own waiting is fine-grained; the driver's begins after it.
            OnOpen = "PRAGMA busy_timeout = 5000",
            BeforeCreate = "PRAGMA journal_mode = WAL",
            HasTable = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name",
            // A transaction of this database locks all of it, so creating needs no lock of its own.
            CreateLock = null,
            HasOneWriter = true,
        };

    internal static SqlDialect PostgreSql { get; } =
        new()
        {
            Blob = "bytea",
            Greatest = "GREATEST",
            ForUpdate = " FOR UPDATE",
            SkipLocked = " FOR UPDATE SKIP LOCKED",
            OnOpen = null,
            BeforeCreate = null,
            HasTable = "SELECT count(*) FROM pg_catalog.pg_class WHERE oid = to_regclass(@name)",
            // IF NOT EXISTS alone fails when two processes create at once. The number is this library's own.
            CreateLock = "SELECT pg_advisory_xact_lock(4919131752990)",
            HasOneWriter = false,
        };

    /// <summary>The type of bytes.</summary>
    internal required string Blob { get; init; }

    /// <summary>The function that gives the greater of two numbers.</summary>
    internal required string Greatest { get; init; }

    /// <summary>What makes a SELECT hold its row until the transaction ends.</summary>
    internal required string ForUpdate { get; init; }

    /// <summary>What makes a SELECT hold its row and pass over rows that others hold.</summary>
    internal required string SkipLocked { get; init; }

    /// <summary>What a connection runs first.</summary>
    internal required string? OnOpen { get; init; }

    /// <summary>What runs before tables are created, outside a transaction.</summary>
    internal required string? BeforeCreate { get; init; }

    /// <summary>Counts the tables called <c>@name</c>.</summary>
    internal required string HasTable { get; init; }

    /// <summary>Lets one process at a time create tables, until its transaction ends.</summary>
    internal required string? CreateLock { get; init; }

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
