using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Doku.Contracts.Benchmarks.Ledger;

/// <summary>A process that runs <see cref="EngineProgram"/>, seen from the trial.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private static readonly HttpClient Client = new();
    private readonly Process _process;

    private EngineProcess(Process process) => _process = process;

    public IPEndPoint Address { get; private set; } = new(IPAddress.Loopback, 0);

    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<EngineProcess> StartAsync(string engine, string connectionString)
    {
        var self = new EngineProcess(
            new Process
            {
                StartInfo = new ProcessStartInfo(
                    "dotnet",
                    [
                        typeof(EngineProcess).Assembly.Location,
                        LedgerRun.ProcessArgument,
                        engine,
                        connectionString,
                    ]
                )
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    // Compiled once and for all at the first call: a trial is too short for the runtime to do it by and by.
                    Environment = { ["DOTNET_TieredCompilation"] = "0" },
                },
            }
        );
        self._process.Start();
        while (await self._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(EngineProgram.Ready, StringComparison.Ordinal))
            {
                self.Address = new IPEndPoint(
                    IPAddress.Loopback,
                    new Uri(line[EngineProgram.Ready.Length..]).Port
                );
                _ = self._process.StandardOutput.ReadToEndAsync();
                return self;
            }
        }

        throw new InvalidOperationException(engine + " did not start.");
    }

    /// <summary>Opens or closes the gate before the handlers.</summary>
    public async Task PostAsync(string path)
    {
        using var response = await Client.PostAsync(Url(path), null);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The processor time that the process has used, in milliseconds.</summary>
    public async Task<double> ProcessorTimeAsync() =>
        double.Parse(await Client.GetStringAsync(Url("/cpu")), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private Uri Url(string path) => new($"http://{Address}{path}");
}
