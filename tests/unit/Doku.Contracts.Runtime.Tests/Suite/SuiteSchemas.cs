namespace Doku.Contracts.Runtime.Tests.Suite;

/// <summary>The schemas that the suite's tests refer to: its remote files, and the metaschema of draft 2020-12.</summary>
internal static class SuiteSchemas
{
    public static SchemaRegistry Load()
    {
        var registry = new SchemaRegistry();
        var remotes = Path.Combine(SuiteFolder.Path!, "remotes");
        foreach (var file in Files(remotes).Where(IsOfThisDraft))
        {
            var path = Path.GetRelativePath(remotes, file).Replace('\\', '/');
            registry.Add(new Uri($"http://localhost:1234/{path}"), SuiteFolder.Load(file));
        }

        foreach (var file in Files(Path.Combine(AppContext.BaseDirectory, "metaschema")))
        {
            registry.Add(new Uri("https://json-schema.org/"), SuiteFolder.Load(file));
        }

        return registry;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories);

    private static bool IsOfThisDraft(string file) =>
        file.Contains("draft2020-12", StringComparison.Ordinal)
        || !file.Contains($"{Path.DirectorySeparatorChar}draft", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}v1", StringComparison.Ordinal);
}
