using System.Data.Common;
using System.Globalization;
using Doku.Contracts.AspNetCore;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Doku.Contracts.LedgerCampaign.Hosts;

/// <summary>The hosts' database, looked at past the library.</summary>
internal sealed class HostDatabase : IAsyncDisposable
{
    private readonly DbDataSource _source;
    private readonly DirectoryInfo? _folder;

    private HostDatabase(
        NotificationDatabase kind,
        string connectionString,
        DbDataSource source,
        DirectoryInfo? folder
    )
    {
        Kind = kind;
        ConnectionString = connectionString;
        _source = source;
        _folder = folder;
    }

    internal NotificationDatabase Kind { get; }

    internal string ConnectionString { get; }

    /// <summary>Makes an empty database with the shop's tables; those of the ledger come with the first host.</summary>
    /// <param name="kind">Which database it is.</param>
    /// <param name="newSchema">Makes an empty schema of PostgreSQL and returns the connection string that lands in it.</param>
    internal static async Task<HostDatabase> CreateAsync(
        NotificationDatabase kind,
        Func<Task<string>> newSchema
    )
    {
        HostDatabase database;
        if (kind == NotificationDatabase.PostgreSql)
        {
            var text = await newSchema();
            database = new HostDatabase(kind, text, NpgsqlDataSource.Create(text), null);
        }
        else
        {
            var folder = Directory.CreateTempSubdirectory("doku-crash-");
            var text = $"Data Source={Path.Combine(folder.FullName, "shop.db")}";
            // Without a pool nothing of this process holds the file when it is deleted.
            var source = SqliteFactory.Instance.CreateDataSource(text + ";Pooling=False");
            database = new HostDatabase(kind, text, source, folder);
        }

        await using var command = database._source.CreateCommand(
            """
            CREATE TABLE effects (body_hash text NOT NULL, process_id integer NOT NULL);
            CREATE TABLE starts (body_hash text NOT NULL, process_id integer NOT NULL);
            CREATE TABLE once (id integer PRIMARY KEY);
            INSERT INTO once VALUES (1);
            """
        );
        await command.ExecuteNonQueryAsync();
        return database;
    }

    internal DbDataSource Source => _source;

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _folder?.Delete(recursive: true);
    }

    internal Task<long> CountOpenAsync(CancellationToken cancellationToken) =>
        CountAsync("SELECT count(*) FROM doku_notifications WHERE state < 2", cancellationToken);

    internal Task<long> CountClaimedAsync(CancellationToken cancellationToken) =>
        CountAsync("SELECT count(*) FROM doku_notifications WHERE state = 1", cancellationToken);

    internal Task<long> CountDeadAsync(CancellationToken cancellationToken) =>
        CountAsync("SELECT count(*) FROM doku_notifications WHERE state = 3", cancellationToken);

    /// <summary>
    /// By how much effects outnumber the notifications that are done, in one look: never by any, not even at the moment
    /// of a kill, because both are one transaction.
    /// </summary>
    internal Task<long> CountTornAsync(CancellationToken cancellationToken) =>
        CountAsync(
            """
            SELECT (SELECT count(*) FROM effects)
              - (SELECT count(*) FROM doku_notifications WHERE state = 2)
            """,
            cancellationToken
        );

    internal Task<long> CountAttemptsAsync(CancellationToken cancellationToken) =>
        CountAsync("SELECT sum(attempts) FROM doku_notifications", cancellationToken);

    /// <summary>How each order stands, by its invoice number.</summary>
    internal async Task<Dictionary<string, string>> OrdersAsync(
        CancellationToken cancellationToken
    ) =>
        (
            await QueryAsync(
                "SELECT invoice_number, status FROM doku_orders",
                row => (Invoice: row.GetString(0), Status: row.GetString(1)),
                cancellationToken
            )
        ).ToDictionary(order => order.Invoice, order => order.Status);

    /// <summary>All rows of <c>effects</c> or <c>starts</c>: which notification, and which process.</summary>
    internal Task<List<(string Hash, int Process)>> RowsAsync(
        string table,
        CancellationToken cancellationToken
    ) =>
        QueryAsync(
            $"SELECT body_hash, process_id FROM {table}",
            row => (row.GetString(0), row.GetInt32(1)),
            cancellationToken
        );

    internal async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(sql);
        return Convert.ToInt64(
            await command.ExecuteScalarAsync(cancellationToken),
            CultureInfo.InvariantCulture
        );
    }

    internal async Task<List<TRow>> QueryAsync<TRow>(
        string sql,
        Func<DbDataReader, TRow> read,
        CancellationToken cancellationToken
    )
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
