namespace Doku.Contracts.AspNetCore;

/// <summary>Which database the ledger lives in. The driver is the program's own choice.</summary>
public enum NotificationDatabase
{
    /// <summary>SQLite, 3.35 or later: one machine. The file is put into write-ahead mode.</summary>
    Sqlite = 0,

    /// <summary>PostgreSQL, 12 or later: any number of machines.</summary>
    PostgreSql = 1,
}
