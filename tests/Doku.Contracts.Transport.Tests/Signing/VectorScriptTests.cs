using System.Diagnostics;
using Doku.Contracts.Tests.Shared;

namespace Doku.Contracts.Transport.Tests.Signing;

/// <summary>The vectors are what the script makes, and a second implementation agrees with it.</summary>
public sealed class VectorScriptTests
{
    [Theory]
    [InlineData("--check", "python3")]
    [InlineData("--openssl", "python3", "openssl")]
    public async Task The_script_agrees_with_the_files(string argument, params string[] tools)
    {
        foreach (var tool in tools)
        {
            Tool.RequireOnPath(tool);
        }

        var (exit, output) = await RunAsync("python3", [Script(), argument]);
        Assert.True(exit == 0, output);
    }

    private static async Task<(int Exit, string Output)> RunAsync(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var cancellationToken = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await error);
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Doku.Contracts.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "tests", "vectors", "make.py");
    }
}
