using System.Globalization;
using Npgsql;

namespace Doku.Contracts.Tests.Shared;

/// <summary>
/// A PostgreSQL server of the tests' own, started at the first demand and gone with the test process, however that ends.
/// Without PostgreSQL on the machine a test is skipped, and in a pipeline it fails. DOKU_TEST_POSTGRES may name a
/// running server by a connection string instead.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private PostgresCluster? _cluster;
    private string? _connectionString;
    private int _schemas;

    /// <summary>Makes an empty schema and returns the connection string that lands in it.</summary>
    public async Task<string> NewSchemaAsync()
    {
        var server = await StartAsync();
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"t{Environment.ProcessId}_{Interlocked.Increment(ref _schemas)}"
        );
        await using var source = NpgsqlDataSource.Create(server);
        await using var create = source.CreateCommand(
            $"DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}"
        );
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server)
        {
            SearchPath = name,
            MaxPoolSize = 40,
        }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task<string> StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _connectionString ??=
                Environment.GetEnvironmentVariable("DOKU_TEST_POSTGRES") ?? await LaunchAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string> LaunchAsync()
    {
        _cluster = new PostgresCluster(
            PostgresCluster.FindPrograms() ?? throw Tool.Missing(PostgresCluster.Missing)
        );
        await _cluster.StartAsync();
        return _cluster.ConnectionString;
    }
}
