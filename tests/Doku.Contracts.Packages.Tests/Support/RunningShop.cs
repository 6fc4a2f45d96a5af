using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Doku.Contracts.Sandbox;

namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>A shop's program that runs on loopback against a sandbox of its own.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new();
    private readonly Process _process;

    // A redirect is a response to look at, not to follow.
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private RunningShop(DokuSandbox sandbox, ProcessStartInfo start)
    {
        Sandbox = sandbox;
        start.Environment["Doku__BaseAddress"] = sandbox.BaseAddress.ToString();
        start.Environment["Doku__ClientId"] = sandbox.ClientId;
        start.Environment["Doku__SecretKey"] = sandbox.SecretKey;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) =>
            _address.TrySetException(new InvalidOperationException("The shop ended: " + Output));
    }

    internal DokuSandbox Sandbox { get; }

    /// <summary>What the program has printed so far.</summary>
    internal string Output => string.Join('\n', _lines);

    internal static async Task<RunningShop> StartAsync(
        string program,
        string folder,
        params IEnumerable<string> arguments
    )
    {
        var shop = new RunningShop(
            await DokuSandbox.StartAsync(),
            DotNet.Describe(program, folder, [.. arguments, "--urls", "http://127.0.0.1:0"])
        );
        try
        {
            shop._process.Start();
            shop._process.BeginOutputReadLine();
            shop._process.BeginErrorReadLine();
            shop._http.BaseAddress = await shop._address.Task.WaitAsync(Patience);
            shop.Sandbox.NotificationUrl = new Uri(
                shop._http.BaseAddress,
                "payments/notifications"
            );
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    internal async Task<Response> PostAsync(
        string path,
        string json,
        params IEnumerable<(string Name, string Value)> headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    internal async Task<Response> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        catch (InvalidOperationException)
        {
            // It never started, or has ended by itself; the test has failed for that.
        }

        _process.Dispose();
        _http.Dispose();
        await Sandbox.DisposeAsync();
    }

    private async Task<Response> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return new Response(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync()
        );
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
        }
    }

    internal sealed record Response(HttpStatusCode Status, string? ContentType, string Body);
}
