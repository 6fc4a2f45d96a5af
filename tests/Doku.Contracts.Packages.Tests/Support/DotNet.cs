using System.Diagnostics;

namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>Runs programs to their end.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs the SDK's command.</summary>
    internal static Task<Ran> RunAsync(string folder, params IEnumerable<string> arguments) =>
        StartAsync("dotnet", folder, arguments);

    /// <summary>Runs a program; a run that does not end in time is ended with its children, and fails.</summary>
    internal static async Task<Ran> StartAsync(
        string program,
        string folder,
        IEnumerable<string> arguments
    )
    {
        var start = Describe(program, folder, arguments);
        using var process =
            Process.Start(start)
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {Patience}.");
        }

        return new Ran(process.ExitCode, await output + await error);
    }

    /// <summary>How a program is started whose output is read.</summary>
    internal static ProcessStartInfo Describe(
        string program,
        string folder,
        IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the running test host was told about its own SDK is not for another build.
        foreach (var name in start.Environment.Keys.Where(IsOfTheHost).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    private static bool IsOfTheHost(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
