using System.Text.Json;
using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Conformance.Tests.Corpus;

/// <summary>The schemas of this repository: every file that is an object, and every definition as a member.</summary>
internal static class ProjectSchemas
{
    public static void AddTo(SchemaCorpus corpus)
    {
        foreach (var path in Repository.SchemaPaths())
        {
            var text = Repository.Read(path);
            corpus.AddFile(path, text);
            if (path.EndsWith(".contract.json", StringComparison.Ordinal))
            {
                continue;
            }

            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.TryGetProperty("type", out _))
            {
                corpus.Add(
                    new SchemaCase(path, path, TypeName(path, root), Examples(path), [])
                    {
                        IsSynthetic = false,
                    }
                );
            }

            if (root.TryGetProperty("$defs", out var definitions))
            {
                foreach (var definition in definitions.EnumerateObject())
                {
                    AddDefinition(corpus, path, definition.Name);
                }
            }
        }
    }

    private static void AddDefinition(SchemaCorpus corpus, string path, string name)
    {
        var reference = $"../{path}#/$defs/{name}";
        var folder = corpus.NextFolder;
        var schemaCase = new SchemaCase(
            $"{path}#/$defs/{name}",
            $"{folder}/root.schema.json",
            $"Sample.{char.ToUpperInvariant(folder[0])}{folder[1..]}.Root",
            [],
            []
        )
        {
            IsSynthetic = false,
        };
        var schema = $$"""{"$ref":"{{reference}}"}""";
        corpus.Add(
            schemaCase,
            $$"""{"type":"object","required":["v"],"properties":{"v":{{schema}},"w":{{schema}} } }"""
        );
    }

    // The bodies that stand beside the schemas as right.
    private static List<string> Examples(string path)
    {
        var name = Path.GetFileName(path).Replace(".schema.json", "", StringComparison.Ordinal);
        var folder = Path.Combine(
            Repository.Root,
            "schemas",
            Path.GetDirectoryName(path)!,
            "examples",
            name,
            "valid"
        );
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.json")
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText),
            ]
            : [];
    }

    private static string TypeName(string path, JsonElement root)
    {
        var folders = path.Split('/')[..^1].Select(f => char.ToUpperInvariant(f[0]) + f[1..]);
        var name = root.GetProperty("x-name").GetString();
        return string.Join('.', ["Sample", .. folders, name]);
    }
}
