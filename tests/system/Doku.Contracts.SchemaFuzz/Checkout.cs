using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz;

/// <summary>Where things are.</summary>
internal static class Checkout
{
    /// <summary>The folder of the judges, with their modules once <c>npm ci</c> has run there.</summary>
    public static string Judges { get; } =
        Path.Combine(Find(), "tests", "system", "Doku.Contracts.SchemaFuzz", "Judges");

    /// <summary>Whether the judges' modules are there.</summary>
    public static bool HasJudges => Directory.Exists(Path.Combine(Judges, "node_modules", "ajv"));

    /// <summary>The URI of a case's file.</summary>
    public static string Uri(FuzzCase fuzzCase, string path) =>
        $"https://fuzz.example/{fuzzCase.Folder}/{path}";

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

        throw new InvalidOperationException("The program must run inside a checkout.");
    }
}
