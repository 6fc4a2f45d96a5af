using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Doku.Contracts.Tests.Shared;

/// <summary>
/// A PostgreSQL server with data of its own, gone with this process, however that ends. It can be killed and started
/// again, at the same port and with the same data.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>What to say where the programs aren't found.</summary>
    public const string Missing = "PostgreSQL's initdb and postgres are not on this machine.";

    private const string Ready = "ready to accept connections";
    private const string Killed = "killed";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly List<string> _said = [];
    private readonly Process _shell;
    private TaskCompletionSource<string>? _expected;
    private bool _hasBegun;

    /// <param name="programs">The folder of initdb and postgres.</param>
    public PostgresCluster(string programs)
    {
        Port = FreePort();
        var data = Path.Combine(
            Path.GetTempPath(),
            string.Create(
                CultureInfo.InvariantCulture,
                $"doku-postgres-{Environment.ProcessId}-{Port}"
            )
        );
        // The server's own processes are killed with it: one that lives on holds the memory that the next server needs. It
        // is stopped before they are listed, so that it begins no others.
        var script = $"""
            cd /
            '{programs}/initdb' -D '{data}' -U postgres --auth=trust -E UTF8 --locale=C --no-sync >/dev/null || exit 1
            server=
            while read -r order; do
              case $order in
                start)
                  '{programs}/postgres' -D '{data}' -p {Port} -c listen_addresses=127.0.0.1 \
                    -c unix_socket_directories= -c max_connections=200 -c lc_messages=C </dev/null &
                  server=$! ;;
                kill)
                  kill -STOP $server
                  parts=$(grep -l "^PPid:[[:space:]]*$server\$" /proc/[0-9]*/status 2>/dev/null | cut -d/ -f3)
                  kill -KILL $server $parts 2>/dev/null
                  wait $server
                  echo {Killed} >&2 ;;
              esac
            done
            [ -z "$server" ] || kill -QUIT $server
            wait
            rm -rf '{data}'
            """;
        // PostgreSQL refuses to run as root.
        string[] command =
            Environment.UserName == "root"
                ? ["runuser", "-u", "postgres", "--", "sh", "-c", script]
                : ["sh", "-c", script];
        _shell = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            },
            EnableRaisingEvents = true,
        };
        _shell.Exited += (_, _) => Hear("The shell has ended.", isEnd: true);
        _shell.ErrorDataReceived += (_, line) => Hear(line.Data, isEnd: false);
    }

    public string ConnectionString =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres"
        );

    public int Port { get; }

    /// <summary>Starts the server, the first time or after <see cref="KillAsync"/>.</summary>
    public Task StartAsync() => TellAsync("start", Ready);

    /// <summary>Ends the server and all its processes by SIGKILL.</summary>
    public Task KillAsync() => TellAsync("kill", Killed);

    public async ValueTask DisposeAsync()
    {
        if (_hasBegun)
        {
            // The end of its input tells the shell to stop the server and to clear up.
            _shell.StandardInput.Close();
            await _shell.WaitForExitAsync();
        }

        _shell.Dispose();
    }

    /// <summary>The folder of initdb and postgres; null where there is none.</summary>
    public static string? FindPrograms()
    {
        const string packaged = "/usr/lib/postgresql";
        var places = Directory.Exists(packaged)
            ? Directory
                .GetDirectories(packaged)
                .OrderDescending(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return places
            .Concat(paths)
            .FirstOrDefault(place =>
                File.Exists(Path.Combine(place, "initdb"))
                && File.Exists(Path.Combine(place, "postgres"))
            );
    }

    private async Task TellAsync(string order, string until)
    {
        var expected = new TaskCompletionSource<string>(
            until,
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        lock (_said)
        {
            _said.Clear();
            _expected = expected;
        }

        if (!_hasBegun)
        {
            _hasBegun = true;
            _shell.Start();
            _shell.BeginErrorReadLine();
            _shell.BeginOutputReadLine();
        }

        await _shell.StandardInput.WriteLineAsync(order);
        await _shell.StandardInput.FlushAsync();
        await expected.Task.WaitAsync(Patience);
    }

    private void Hear(string? line, bool isEnd)
    {
        lock (_said)
        {
            if (line is null || _expected is not { Task.IsCompleted: false } expected)
            {
                return;
            }

            _said.Add(line);
            if (line.Contains((string)expected.Task.AsyncState!, StringComparison.Ordinal))
            {
                expected.TrySetResult(line);
            }
            else if (isEnd)
            {
                expected.TrySetException(
                    new InvalidOperationException("PostgreSQL ended: " + string.Join('\n', _said))
                );
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
