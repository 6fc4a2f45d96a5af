using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Doku.Contracts.Crash.Host;

/// <summary>A SQLite file that at times can't be opened or can't grow.</summary>
internal sealed class FaultySource(string connectionString, HostFaults faults) : DbDataSource
{
    private const int CannotOpen = 14;

    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(connectionString);

    protected override DbConnection OpenDbConnection()
    {
        if (faults.CannotOpen)
        {
            throw new SqliteException("unable to open database file", CannotOpen);
        }

        var connection = CreateDbConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        // A limit below the file's size is its size. Connections are pooled, so it is lifted again as well.
        command.CommandText = $"PRAGMA max_page_count = {(faults.IsFull ? 1 : 1_000_000_000)}";
        command.ExecuteNonQuery();
        return connection;
    }

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(
        CancellationToken cancellationToken
    ) => new(OpenDbConnection());
}
