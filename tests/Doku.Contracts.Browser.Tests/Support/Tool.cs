namespace Doku.Contracts.Browser.Tests.Support;

/// <summary>A program that not every machine has.</summary>
internal static class Tool
{
    /// <summary>Finds a program; without it the test is skipped, and in a pipeline it fails.</summary>
    internal static string Require(string name, params string?[] places)
    {
        if (places.FirstOrDefault(File.Exists) is { } found)
        {
            return found;
        }

        var words = $"{name} is not on this machine.";
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Skip(words);
        }

        throw new InvalidOperationException(words);
    }
}
