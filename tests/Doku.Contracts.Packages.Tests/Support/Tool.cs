namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>A program that not every machine has.</summary>
internal static class Tool
{
    /// <summary>Makes sure of a program on the path; without it the test is skipped, and in a pipeline it fails.</summary>
    internal static void Require(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (folders.Any(folder => File.Exists(Path.Combine(folder, name))))
        {
            return;
        }

        var words = $"{name} is not on this machine.";
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Skip(words);
        }

        throw new InvalidOperationException(words);
    }
}
