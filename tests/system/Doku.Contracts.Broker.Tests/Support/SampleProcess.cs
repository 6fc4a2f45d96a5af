using System.Diagnostics;

namespace Doku.Contracts.Broker.Tests.Support;

/// <summary>The sample in a process of its own, which may be killed and started again.</summary>
internal sealed class SampleProcess(string[] arguments) : IAsyncDisposable
{
    private const string Ready = "Now listening on: ";
    private readonly List<string> _said = [];
    private Process? _process;

    /// <summary>Where the last started process listened.</summary>
    internal Uri Url { get; private set; } = new("http://127.0.0.1:9");

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

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "Broker.dll"),
                    "--urls=http://127.0.0.1:0",
                    .. arguments,
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            EnableRaisingEvents = true,
        };
        process.Exited += (_, _) =>
            ready.TrySetException(new InvalidOperationException("The sample ended: " + Said));
        process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        process.Start();
        _process = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Kills the process as it stands, by SIGKILL.</summary>
    internal async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Add(line);
        }

        if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var place)
        {
            Url = new Uri(line[(place + Ready.Length)..]);
            ready.TrySetResult();
        }
    }
}
