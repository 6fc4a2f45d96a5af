using System.Data.Common;
using System.Globalization;
using Doku.Contracts.Tests.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Doku.Contracts.Benchmarks.Ledger;

/// <summary>An empty database of a trial's own, and what it cost.</summary>
internal sealed class TrialDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource? _server;
    private readonly DbDataSource _source;
    private readonly string _place;

    private TrialDatabase(NpgsqlDataSource? server, DbDataSource source, string place)
    {
        _server = server;
        _source = source;
        _place = place;
    }

    public string ConnectionString => _source.ConnectionString;

    public static async Task<TrialDatabase> CreateAsync(PostgresServer? server)
    {
        TrialDatabase database;
        if (server is null)
        {
            var folder = Directory.CreateTempSubdirectory("doku-benchmark-").FullName;
            var file = $"Data Source={Path.Combine(folder, "ledger.db")}";
            database = new(null, SqliteFactory.Instance.CreateDataSource(file), folder);
        }
        else
        {
            var builder = new NpgsqlConnectionStringBuilder(await server.NewSchemaAsync())
            {
                SearchPath = null,
            };
            var source = NpgsqlDataSource.Create(builder.ConnectionString);
            var name = "trial_" + Guid.NewGuid().ToString("N");
            await ExecuteAsync(source, $"CREATE DATABASE {name}");
            // No trial writes what the one before has left.
            await ExecuteAsync(source, "CHECKPOINT");
            builder.Database = name;
            builder.MaxPoolSize = 30;
            builder.MaxAutoPrepare = 50;
            database = new(source, NpgsqlDataSource.Create(builder.ConnectionString), name);
        }

        await ExecuteAsync(database._source, Effects.Table);
        return database;
    }

    public Task<long> CountEffectsAsync() => AskAsync(_source, "SELECT count(*) FROM effects");

    /// <summary>The processor time of the server in milliseconds; 0 where there is none.</summary>
    public async Task<double> ProcessorTimeAsync() =>
        _server is null
            ? 0
            : ServerProcesses.ProcessorTime(
                (int)await AskAsync(_server, "SELECT pg_backend_pid()::bigint")
            );

    /// <summary>How many bytes were written to the write-ahead log since the server began; 0 where there is none.</summary>
    public async Task<long> LogBytesAsync() =>
        _server is null
            ? 0
            : await AskAsync(
                _server,
                "SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint"
            );

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (_server is null)
        {
            using var pooled = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pooled);
            Directory.Delete(_place, recursive: true);
        }
        else
        {
            await ExecuteAsync(_server, $"DROP DATABASE {_place} WITH (FORCE)");
            await _server.DisposeAsync();
        }
    }

    private static async Task<long> AskAsync(DbDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(DbDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
