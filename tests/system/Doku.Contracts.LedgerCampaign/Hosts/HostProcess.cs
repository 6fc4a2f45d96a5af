using System.Diagnostics;
using Doku.Contracts.Crash.Host;

namespace Doku.Contracts.LedgerCampaign.Hosts;

/// <summary>
/// The shop in a process of its own, which may die and be started again. Each start gets another port from the
/// operating system, so that nothing else on the machine can have taken it in between.
/// </summary>
internal sealed class HostProcess(HostDatabase database, params string[] arguments)
    : IAsyncDisposable
{
    /// <summary>What a shell calls the end by SIGKILL.</summary>
    internal const int Killed = 128 + 9;

    private const string Ready = "Listening on ";
    private const int MostSaid = 1000;
    private readonly List<string> _said = [];
    private readonly Lock _telling = new();
    private Process? _process;
    private volatile Uri _url = new("http://127.0.0.1:9");

    /// <summary>Where the last started process listened.</summary>
    internal Uri Url => _url;

    /// <summary>Told each line that a process says.</summary>
    internal Action<string>? Heard { get; init; }

    internal int ProcessId => _process!.Id;

    /// <summary>What the processes said, for the words of a failing test.</summary>
    internal string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said.TakeLast(60));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync(CancellationToken.None);
            _process.Dispose();
            _process = null;
        }
    }

    /// <summary>Starts a process.</summary>
    /// <returns>True when it listens, false when it died before.</returns>
    internal async Task<bool> StartAsync(CancellationToken cancellationToken, params string[] more)
    {
        _process?.Dispose();
        _process = null;
        var ready = new TaskCompletionSource<bool>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "dotnet",
                [
                    typeof(HostSettings).Assembly.Location,
                    $"--Database={database.Kind}",
                    $"--ConnectionString={database.ConnectionString}",
                    .. arguments,
                    .. more,
                ]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            EnableRaisingEvents = true,
        };
        process.Exited += (_, _) => ready.TrySetResult(false);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.OutputDataReceived += (_, line) =>
        {
            Hear(line.Data);
            if (line.Data?.StartsWith(Ready, StringComparison.Ordinal) == true)
            {
                _url = new Uri(line.Data[Ready.Length..]);
                ready.TrySetResult(true);
            }
        };
        process.Start();
        _process = process;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return await ready.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Kills the process as it stands: SIGKILL, which it can't hear coming.</summary>
    internal async Task KillAsync(CancellationToken cancellationToken)
    {
        Kill();
        await _process!.WaitForExitAsync(cancellationToken);
    }

    /// <summary>The same, without waiting for its end.</summary>
    /// <returns>False when it had died before.</returns>
    internal bool Kill()
    {
        if (_process is not { HasExited: false } process)
        {
            return false;
        }

        process.Kill();
        return true;
    }

    /// <summary>Says a line to the process, which may have died meanwhile: then whoever starts it again tells it.</summary>
    internal void Tell(string order)
    {
        try
        {
            lock (_telling)
            {
                _process?.StandardInput.WriteLine(order);
                _process?.StandardInput.Flush();
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // It has died.
        }
    }

    /// <summary>Waits until the process has died by itself.</summary>
    internal async Task<int> DieAsync(CancellationToken cancellationToken)
    {
        await _process!.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            lock (_said)
            {
                _said.Add(line);
                if (_said.Count > MostSaid)
                {
                    _said.RemoveRange(0, MostSaid / 2);
                }
            }

            Heard?.Invoke(line);
        }
    }
}
