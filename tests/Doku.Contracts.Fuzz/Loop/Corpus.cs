namespace Doku.Contracts.Fuzz.Loop;

/// <summary>The inputs to begin with.</summary>
internal static class Corpus
{
    /// <summary>Reads a target's files, in the order of their names, so that a seed means the same everywhere.</summary>
    internal static IReadOnlyList<byte[]> Read(string folder, string target)
    {
        var files = Directory.GetFiles(Path.Combine(folder, target));
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0
            ? [.. files.Select(File.ReadAllBytes)]
            : throw new InvalidOperationException($"{folder} has no input for {target}.");
    }
}
