using System.Data.Common;
using Doku.Contracts.Tests.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>An empty database of a test's own.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private readonly List<DbDataSource> _sources = [];

    public abstract NotificationDatabase Kind { get; }

    /// <summary>Another way to the same database, as another process would have.</summary>
    public DbDataSource NewSource()
    {
        var source = CreateSource();
        lock (_sources)
        {
            _sources.Add(source);
        }

        return source;
    }

    public virtual ValueTask InitializeAsync() => default;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var source in _sources)
        {
            await source.DisposeAsync();
        }
    }

    protected abstract DbDataSource CreateSource();
}

/// <summary>A SQLite file.</summary>
public sealed class SqliteFile : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doku-ledger-");

    public override NotificationDatabase Kind => NotificationDatabase.Sqlite;

    internal string ConnectionString =>
        $"Data Source={Path.Combine(_folder.FullName, "ledger.db")}";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Reads the database and its log as they are at this moment.</summary>
    internal void ReadFiles(Dictionary<string, byte[]> files)
    {
        foreach (var file in _folder.GetFiles())
        {
            using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            files[file.FullName] = bytes.ToArray();
        }
    }

    /// <summary>Puts files back, but for the memory that the killed processes shared.</summary>
    internal async Task ReplaceFilesAsync(Dictionary<string, byte[]> files)
    {
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        foreach (var file in _folder.GetFiles())
        {
            file.Delete();
        }

        foreach (var (name, bytes) in files.Where(file => !file.Key.EndsWith("-shm")))
        {
            await File.WriteAllBytesAsync(name, bytes);
        }
    }

    protected override DbDataSource CreateSource() =>
        SqliteFactory.Instance.CreateDataSource(ConnectionString);
}

/// <summary>A schema on the tests' PostgreSQL server.</summary>
public sealed class PostgresSchema(PostgresServer server) : TestDatabase
{
    private string? _connectionString;

    public override NotificationDatabase Kind => NotificationDatabase.PostgreSql;

    public override async ValueTask InitializeAsync() =>
        _connectionString = await server.NewSchemaAsync();

    protected override DbDataSource CreateSource() => NpgsqlDataSource.Create(_connectionString!);
}
