using System.Text.Json;

namespace Doku.Contracts.Channels.Tests.Support;

/// <summary>The contract files and their examples, beside the tests.</summary>
internal static class ChannelFiles
{
    private static readonly string[] Roots = ["schemas", "contracts"];

    internal static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <summary>The names of all contracts, as their files have them.</summary>
    internal static IEnumerable<string> Contracts() =>
        Files("*.contract.json").Select(file => Parse(file).GetProperty("contract").GetString()!);

    /// <summary>The valid examples of a contract's body, by the name of the body's type.</summary>
    internal static IReadOnlyList<byte[]> Examples(string contract, string type)
    {
        var schema = Files("*.schema.json")
            .Single(file =>
                string.Equals(
                    Path.GetFileName(Path.GetDirectoryName(file)),
                    contract,
                    StringComparison.OrdinalIgnoreCase
                )
                && Parse(file).TryGetProperty("x-name", out var name)
                && name.GetString() == type
            );
        var examples = Path.Combine(
            Path.GetDirectoryName(schema)!,
            "examples",
            Path.GetFileName(schema).Replace(".schema.json", "", StringComparison.Ordinal),
            "valid"
        );
        return
        [
            .. Directory
                .EnumerateFiles(examples, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes),
        ];
    }

    private static IEnumerable<string> Files(string pattern) =>
        Roots
            .SelectMany(root =>
                Directory.EnumerateFiles(Folder(root), pattern, SearchOption.AllDirectories)
            )
            .Order(StringComparer.Ordinal);

    private static JsonElement Parse(string file) => JsonElement.Parse(File.ReadAllBytes(file));
}
