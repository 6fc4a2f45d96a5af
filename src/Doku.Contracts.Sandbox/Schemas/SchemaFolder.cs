using System.Text.Json;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>Reads schema and contract files from a folder that looks like <c>schemas/</c>.</summary>
internal static class SchemaFolder
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    internal static IReadOnlyList<(string Path, byte[] Bytes)> Read(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), file))
            .Where(one => !one.Path.Split('/').Contains("examples"))
            .OrderBy(one => one.Path, StringComparer.Ordinal)
            .Select(one => (one.Path, File.ReadAllBytes(one.file)))
            .ToList();

    internal static JsonElement Parse(string path, byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The schema file '{path}' is not JSON.", fault);
        }
    }
}
