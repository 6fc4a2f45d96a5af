using System.Text.Json;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>The schema and contract files, as they lie beside the test assembly.</summary>
internal static class SchemaFiles
{
    private static readonly Dictionary<string, JsonElement> s_read = new(StringComparer.Ordinal);

    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "schemas");

    /// <summary>The paths of all schema files, below schemas/ and with forward slashes.</summary>
    public static IReadOnlyList<string> Schemas { get; } = Find("*.schema.json");

    public static IReadOnlyList<string> Contracts { get; } = Find("*.contract.json");

    public static SchemaPlace Open(string file) => new(file, "", Read(file));

    /// <summary>Follows a $ref that stands in <paramref name="file"/>.</summary>
    public static SchemaPlace Resolve(string file, string reference)
    {
        var parts = reference.Split('#', 2);
        var target = parts[0].Length == 0 ? file : Combine(file, parts[0]);
        var steps =
            parts.Length == 2 ? parts[1].Split('/', StringSplitOptions.RemoveEmptyEntries) : [];
        return steps.Length == 0 ? Open(target) : Open(target).At(steps);
    }

    /// <summary>Every schema of every file, in the order in which they stand.</summary>
    public static IEnumerable<SchemaPlace> AllPlaces() =>
        Schemas.SelectMany(file => Walk(Open(file)));

    private static IEnumerable<SchemaPlace> Walk(SchemaPlace place)
    {
        yield return place;
        foreach (var child in Children(place).SelectMany(Walk))
        {
            yield return child;
        }
    }

    private static IEnumerable<SchemaPlace> Children(SchemaPlace place)
    {
        foreach (var keyword in place.Node.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "properties" or "$defs":
                    foreach (var member in keyword.Value.EnumerateObject())
                    {
                        yield return place.At(keyword.Name, member.Name);
                    }
                    break;
                case "allOf" or "oneOf":
                    for (var index = 0; index < keyword.Value.GetArrayLength(); index++)
                    {
                        yield return place.At(keyword.Name, index);
                    }
                    break;
                case "items" or "if" or "then" or "else":
                    yield return place.At(keyword.Name);
                    break;
            }
        }
    }

    private static string Combine(string file, string relative)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, file))!;
        return Relative(Path.GetFullPath(Path.Combine(folder, relative)));
    }

    private static JsonElement Read(string file)
    {
        lock (s_read)
        {
            if (!s_read.TryGetValue(file, out var root))
            {
                using var document = JsonDocument.Parse(
                    File.ReadAllBytes(Path.Combine(Root, file))
                );
                root = document.RootElement.Clone();
                s_read.Add(file, root);
            }
            return root;
        }
    }

    private static List<string> Find(string pattern) =>
        Directory
            .EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(Relative)
            .Where(file => !file.Contains("/examples/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();

    private static string Relative(string path) =>
        Path.GetRelativePath(Root, path).Replace('\\', '/');
}
