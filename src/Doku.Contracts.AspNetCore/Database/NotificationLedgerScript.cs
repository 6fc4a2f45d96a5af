namespace Doku.Contracts.AspNetCore;

/// <summary>The ledger's tables as a script, for databases in which a program may not create any.</summary>
public static class NotificationLedgerScript
{
    /// <summary>
    /// The SQL that creates what is missing, and does nothing where all is there. A SQLite file should be put into
    /// write-ahead mode as well (<c>PRAGMA journal_mode = WAL</c>, once).
    /// </summary>
    public static string For(NotificationDatabase database) =>
        LedgerSchema.CreateScript(SqlDialect.Of(database));
}
