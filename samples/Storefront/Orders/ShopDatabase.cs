using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Storefront.Orders;

/// <summary>
/// The shop's SQLite file. The ledger of notifications is in it too, so that an order and the notification that pays it
/// change together. SQLite works in this process, so there is nothing to await.
/// </summary>
internal sealed class ShopDatabase : IDisposable
{
    private const string Tables = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS shop_orders (
          invoice_number TEXT PRIMARY KEY, request_id TEXT NOT NULL UNIQUE, request BLOB NOT NULL,
          owner TEXT NOT NULL, placed_at INTEGER NOT NULL, state TEXT NOT NULL,
          payment_url TEXT, replaces TEXT UNIQUE, notifications TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS shop_orders_of ON shop_orders (owner);
        CREATE TABLE IF NOT EXISTS shop_visits (visit TEXT PRIMARY KEY, cart TEXT NOT NULL, last_invoice TEXT);
        """;

    internal ShopDatabase(string path)
    {
        Source = SqliteFactory.Instance.CreateDataSource(
            new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString
        );
        using var connection = Source.OpenConnection();
        using var command = Command(connection, null, Tables);
        command.ExecuteNonQuery();
    }

    internal DbDataSource Source { get; }

    internal List<TRow> Query<TRow>(
        DbTransaction? transaction,
        string sql,
        Func<DbDataReader, TRow> read,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var own = transaction is null ? Source.OpenConnection() : null;
        using var command = Command(own ?? transaction!.Connection!, transaction, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    internal void Execute(
        DbTransaction? transaction,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var own = transaction is null ? Source.OpenConnection() : null;
        using var command = Command(own ?? transaction!.Connection!, transaction, sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>Does several things at once or not at all; nobody else writes meanwhile.</summary>
    internal T InTransaction<T>(Func<DbTransaction, T> work)
    {
        using var connection = Source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        var result = work(transaction);
        transaction.Commit();
        return result;
    }

    public void Dispose() => Source.Dispose();

    private static DbCommand Command(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
