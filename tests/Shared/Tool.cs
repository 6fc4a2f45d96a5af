namespace Doku.Contracts.Tests.Shared;

/// <summary>A program that not every machine has: without it a test is skipped, and in a pipeline it fails.</summary>
internal static class Tool
{
    /// <summary>Finds a program at one of some places.</summary>
    internal static string Require(string name, params string?[] places) =>
        places.FirstOrDefault(File.Exists) ?? throw Missing($"{name} is not on this machine.");

    /// <summary>Finds a program on the path.</summary>
    internal static string RequireOnPath(string name) =>
        Require(
            name,
            [
                .. (Environment.GetEnvironmentVariable("PATH") ?? "")
                    .Split(Path.PathSeparator)
                    .Select(folder => Path.Combine(folder, name)),
            ]
        );

    /// <summary>Skips the test, or gives the exception that fails it in a pipeline.</summary>
    internal static InvalidOperationException Missing(string words)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Skip(words);
        }

        return new InvalidOperationException(words);
    }
}
