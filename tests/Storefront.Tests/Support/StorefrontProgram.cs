using System.Diagnostics;

namespace Storefront.Tests.Support;

/// <summary>Runs the program as its own process.</summary>
internal static class StorefrontProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        RunAsync(Start(arguments));

    /// <summary>Waits for the end of a process; a process that doesn't end is a failure.</summary>
    internal static async Task<(int ExitCode, string Output)> RunAsync(
        ProcessStartInfo start,
        TimeSpan? patience = null
    )
    {
        using var process = Process.Start(start)!;
        using var time = new CancellationTokenSource(patience ?? Patience);
        var output = process.StandardOutput.ReadToEndAsync(time.Token);
        var errors = process.StandardError.ReadToEndAsync(time.Token);
        try
        {
            await process.WaitForExitAsync(time.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    internal static ProcessStartInfo Start(params string[] arguments)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Storefront.dll");
        return StartOf("dotnet", [assembly, .. arguments]);
    }

    internal static ProcessStartInfo StartOf(string program, params string[] arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}
