using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
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
    private Process? _server;
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
        if (_server is not null)
        {
            // The end of its input tells the shell to stop the server and to clear up.
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
            _server.Dispose();
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
        var programs = FindPrograms();
        var port = FreePort();
        var data = Path.Combine(
            Path.GetTempPath(),
            $"doku-postgres-{Environment.ProcessId}-{port}"
        );
        var script = $"""
            cd /
            '{programs}/initdb' -D '{data}' -U postgres --auth=trust -E UTF8 --locale=C --no-sync >/dev/null || exit 1
            '{programs}/postgres' -D '{data}' -p {port} -c listen_addresses=127.0.0.1 \
              -c unix_socket_directories= -c max_connections=200 -c lc_messages=C </dev/null &
            cat >/dev/null
            kill -QUIT $!
            wait
            rm -rf '{data}'
            """;
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // PostgreSQL refuses to run as root.
        string[] command =
            Environment.UserName == "root"
                ? ["runuser", "-u", "postgres", "--", "sh", "-c", script]
                : ["sh", "-c", script];
        start.FileName = command[0];
        foreach (var argument in command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        _server = new Process { StartInfo = start, EnableRaisingEvents = true };
        _server.Exited += (_, _) =>
            ready.TrySetException(
                new InvalidOperationException("PostgreSQL ended: " + string.Join('\n', said))
            );
        _server.ErrorDataReceived += (_, line) =>
        {
            if (ready.Task.IsCompleted || line.Data is null)
            {
                return;
            }

            said.Add(line.Data);
            if (line.Data.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        _server.Start();
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    private static string FindPrograms()
    {
        const string packaged = "/usr/lib/postgresql";
        var places = Directory.Exists(packaged)
            ? Directory
                .GetDirectories(packaged)
                .OrderDescending(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (
            places
                .Concat(paths)
                .FirstOrDefault(place =>
                    File.Exists(Path.Combine(place, "initdb"))
                    && File.Exists(Path.Combine(place, "postgres"))
                ) is
            { } found
        )
        {
            return found;
        }

        throw Tool.Missing("PostgreSQL's initdb and postgres are not on this machine.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
