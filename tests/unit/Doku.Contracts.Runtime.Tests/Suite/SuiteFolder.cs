using System.Text.Json.Nodes;

namespace Doku.Contracts.Runtime.Tests.Suite;

/// <summary>The official JSON-Schema-Test-Suite, where it lies beside the repository or where a variable says.</summary>
internal static class SuiteFolder
{
    private const string Name = "json-schema-test-suite";

    public static string? Path { get; } = Find();

    public static IEnumerable<string> Files(string pattern) =>
        Path is null
            ? []
            : Directory
                .EnumerateFiles(
                    System.IO.Path.Combine(Path, "tests", "draft2020-12", pattern),
                    "*.json"
                )
                .Order(StringComparer.Ordinal);

    public static JsonNode Load(string file) => JsonNode.Parse(File.ReadAllBytes(file))!;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE") is { Length: > 0 } given)
        {
            return given;
        }

        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var candidates = SafeFolders(folder)
                .Select(f => System.IO.Path.Combine(f, Name))
                .Prepend(System.IO.Path.Combine(folder.FullName, Name));
            if (candidates.FirstOrDefault(Directory.Exists) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<string> SafeFolders(DirectoryInfo folder) =>
        Directory.EnumerateDirectories(
            folder.FullName,
            "*",
            new EnumerationOptions { IgnoreInaccessible = true }
        );
}
