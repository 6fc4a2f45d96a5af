namespace Doku.Contracts.Conformance.Tests.Corpus;

/// <summary>Every schema that is tested, and every file that they need.</summary>
internal sealed class SchemaCorpus
{
    private readonly List<SchemaCase> _cases = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public IReadOnlyList<SchemaCase> Cases => _cases;

    /// <summary>Texts of files by logical path.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    public static SchemaCorpus Load(int seed)
    {
        var corpus = new SchemaCorpus();
        FamilyFiles.AddTo(corpus);
        RandomSchemas.AddTo(corpus, seed);
        ProjectSchemas.AddTo(corpus);
        return corpus;
    }

    public void AddFile(string path, string text) => _files.Add(path, text);

    /// <summary>Adds a schema in a folder of its own, and so in a namespace of its own.</summary>
    public void Add(
        string name,
        string schema,
        IReadOnlyList<string> valid,
        IReadOnlyList<string> invalid
    )
    {
        var folder = Folder(_cases.Count);
        Add(
            new SchemaCase(
                name,
                $"{folder}/root.schema.json",
                $"Sample.{char.ToUpperInvariant(folder[0])}{folder[1..]}.Root",
                valid,
                invalid
            ),
            schema
        );
    }

    public void Add(SchemaCase schemaCase, string schema)
    {
        AddFile(schemaCase.File, schema);
        _cases.Add(schemaCase);
    }

    public void Add(SchemaCase schemaCase) => _cases.Add(schemaCase);

    public string NextFolder => Folder(_cases.Count);

    private static string Folder(int index) => FormattableString.Invariant($"case{index}");
}
