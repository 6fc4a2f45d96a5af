using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Doku.Contracts.Sandbox.Store;

/// <summary>One connection to a file, one statement at a time.</summary>
internal sealed class SqliteFile : IDisposable
{
    private const int PatienceInSeconds = 2;
    private const int NotADatabase = 26;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    internal SqliteFile(string path)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            DefaultTimeout = PatienceInSeconds,
        };
        _connection = new SqliteConnection(address.ToString());
        try
        {
            KeepPrivate(path);
            _connection.Open();
            // Two sandboxes in one file would each send its notifications.
            Execute("PRAGMA locking_mode=EXCLUSIVE");
            // A write is safe from this program's end, if not from the machine's: enough for a sandbox, and fast.
            Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
            Prepare(path);
        }
        catch (SqliteException fault)
        {
            _connection.Dispose();
            var name = Path.GetFileName(path);
            throw fault.SqliteErrorCode == NotADatabase
                ? new InvalidDataException($"'{name}' is no SQLite file.", fault)
                : new IOException(
                    $"'{name}' can't be opened; perhaps another sandbox has it open.",
                    fault
                );
        }
        catch (UnauthorizedAccessException fault)
        {
            _connection.Dispose();
            throw new IOException($"'{Path.GetFileName(path)}' isn't this user's to open.", fault);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }

    internal void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            command.ExecuteNonQuery();
        }
    }

    internal List<T> Read<T>(string sql, Func<SqliteDataReader, T> row)
    {
        lock (_gate)
        {
            using var command = Command(sql, []);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }
            return rows;
        }
    }

    // Only the user that runs the sandbox may read orders and keys. SQLite gives the files that it writes beside this one
    // the same mode.
    private static void KeepPrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (File.Exists(path))
        {
            // By its name: closing a file that this process has open elsewhere would drop the engine's locks.
            File.SetUnixFileMode(path, owner);
            return;
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = owner,
        };
        new FileStream(path, options).Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        return command;
    }

    private void Prepare(string path)
    {
        var version = Read("PRAGMA user_version", row => row.GetInt32(0))[0];
        if (
            version == 0
            && Read("SELECT count(*) FROM sqlite_master", row => row.GetInt32(0))[0] == 0
        )
        {
            var end = SqliteSchema.Version.ToString(CultureInfo.InvariantCulture);
            Execute($"BEGIN IMMEDIATE; {SqliteSchema.Create} PRAGMA user_version={end}; COMMIT;");
        }
        else if (version != SqliteSchema.Version)
        {
            throw new InvalidDataException(
                $"'{Path.GetFileName(path)}' is no file of this version of the sandbox; name another, or delete it."
            );
        }
    }
}
