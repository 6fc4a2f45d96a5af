using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Corpus;

/// <summary>
/// The schemas written by hand, each with instances whose verdicts are written beside them, read from the JSON
/// Schema specification and the RFCs. A <c>value</c> is the schema of one member; a <c>schema</c> is a whole file.
/// </summary>
internal static class FamilyFiles
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Families");

    public static void AddTo(SchemaCorpus corpus)
    {
        foreach (
            var path in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)
        )
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var family in document.RootElement.EnumerateArray())
            {
                var group = Path.GetFileNameWithoutExtension(path);
                Add(corpus, $"{group}: {family.GetProperty("name").GetString()}", family);
            }
        }
    }

    private static void Add(SchemaCorpus corpus, string name, JsonElement family)
    {
        if (family.TryGetProperty("files", out var files))
        {
            foreach (var file in files.EnumerateObject())
            {
                corpus.AddFile($"{corpus.NextFolder}/{file.Name}", file.Value.GetRawText());
            }
        }

        if (family.TryGetProperty("value", out var value))
        {
            // One member that must be there and one that need not be: they are read and written by different code.
            var schema = value.GetRawText();
            corpus.Add(
                name,
                $$"""{"type":"object","required":["v"],"properties":{"v":{{schema}},"w":{{schema}} } }""",
                [.. Texts(family, "valid").Select(v => $$"""{"v":{{v}}}""")],
                [.. Wrong(family).Select(v => $$"""{"v":{{v}}}""")]
            );
        }
        else
        {
            corpus.Add(
                name,
                family.GetProperty("schema").GetRawText(),
                [.. Texts(family, "valid")],
                [.. Wrong(family)]
            );
        }
    }

    // What is "refused" JSON Schema would allow; that generated code does not is a limit of its own.
    private static IEnumerable<string> Wrong(JsonElement family) =>
        Texts(family, "invalid")
            .Concat(family.TryGetProperty("refused", out _) ? Texts(family, "refused") : []);

    // As they stand: 1.0 is not 1 here, and a member that is there twice stays there twice.
    private static IEnumerable<string> Texts(JsonElement family, string name) =>
        family.GetProperty(name).EnumerateArray().Select(value => value.GetRawText());
}
