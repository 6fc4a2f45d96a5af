namespace Doku.Contracts.Generators.Tests.Harness;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The contract files of this repository, without the examples.</summary>
    public static IEnumerable<SchemaText> Schemas(string root = "/repo/schemas/") =>
        SchemaPaths().Select(path => new SchemaText(path, Read(path), root));

    public static IEnumerable<string> SchemaPaths() =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "schemas"), "*.json", SearchOption.AllDirectories)
            .Select(path =>
                Path.GetRelativePath(Path.Combine(Root, "schemas"), path).Replace('\\', '/')
            )
            .Where(path => !path.Contains("/examples/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string schemaPath) =>
        File.ReadAllText(Path.Combine(Root, "schemas", schemaPath));

    private static string Find()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Doku.Contracts.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run inside a checkout.");
    }
}
