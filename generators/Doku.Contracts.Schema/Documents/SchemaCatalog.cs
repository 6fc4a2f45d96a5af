using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Documents;

/// <summary>The documents of a build, found by logical path or <c>$id</c>.</summary>
public sealed class SchemaCatalog
{
    private readonly Dictionary<string, SchemaDocument> _byName = new(StringComparer.Ordinal);
    private readonly List<SchemaDiagnostic> _diagnostics = [];

    public SchemaCatalog(IEnumerable<SchemaDocument> documents)
    {
        foreach (var document in documents.OrderBy(d => d.File.LogicalPath, StringComparer.Ordinal))
        {
            Add(document, document.File.LogicalPath, default);
            if (document.Root?["$id"] is { IsString: true } id)
            {
                Add(document, id.Text, id.Range);
            }
        }
    }

    /// <summary>Files whose names are taken. A reference to such a name would lead to either.</summary>
    public EquatableArray<SchemaDiagnostic> Diagnostics => _diagnostics.ToEquatableArray();

    public SchemaDocument? Find(string name) =>
        _byName.TryGetValue(name, out var document) ? document : null;

    /// <summary>
    /// The documents that a document's model can depend on: those that it reaches by references, itself first. A change
    /// in any other document can't change its model, so a build step that takes the closure alone is not run again.
    /// </summary>
    public EquatableArray<SchemaDocument> Closure(SchemaDocument document)
    {
        var reached = new List<SchemaDocument> { document };
        var known = new HashSet<string>(StringComparer.Ordinal) { document.File.LogicalPath };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var name in reached[i].References)
            {
                if (Find(name) is { } next && known.Add(next.File.LogicalPath))
                {
                    reached.Add(next);
                }
            }
        }

        return reached.ToEquatableArray();
    }

    private void Add(SchemaDocument document, string name, TextRange range)
    {
        if (!_byName.TryGetValue(name, out var other))
        {
            _byName.Add(name, document);
        }
        else if (!ReferenceEquals(other, document))
        {
            _diagnostics.Add(
                document.Locate(Rule.DuplicateFile, range, $"Two files are called '{name}'")
            );
        }
    }
}
