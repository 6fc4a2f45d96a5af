namespace Doku.Contracts.Schemas.Tests;

/// <summary>Reads the tab-separated tables of this project.</summary>
internal static class Table
{
    public static IReadOnlyList<string[]> Read(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, file))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToList();
}
