using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Documents;

/// <summary>The documents of a build, found by the URIs of their resources.</summary>
public sealed class SchemaCatalog
{
    private readonly Dictionary<string, (SchemaDocument Document, string Pointer)> _byUri = new(
        StringComparer.Ordinal
    );

    private readonly List<SchemaDiagnostic> _diagnostics = [];

    public SchemaCatalog(IEnumerable<SchemaDocument> documents)
    {
        foreach (var document in documents.OrderBy(d => d.File.LogicalPath, StringComparer.Ordinal))
        {
            Add(document, document.FileUri, "");
            if (document.File.Uri is not null)
            {
                Add(document, SchemaUri.OfFile(document.File.LogicalPath), "");
            }

            if (document.Root is null || document.IsContract)
            {
                continue;
            }

            foreach (var resource in document.Resources)
            {
                Add(document, resource.Uri, resource.Pointer);
            }
        }
    }

    /// <summary>Files whose names are taken. A reference to such a name would lead to either.</summary>
    public EquatableArray<SchemaDiagnostic> Diagnostics => _diagnostics.ToEquatableArray();

    /// <summary>The schema that has a URI.</summary>
    public SchemaLocation? Find(string uri)
    {
        var document = FindDocument(uri, out var pointer);
        return document?.Root is null || document.IsContract ? null : document.Schemas[pointer];
    }

    /// <summary>The document that a resource of that URI stands in, whether or not it could be read.</summary>
    public SchemaDocument? FindDocument(string uri) => FindDocument(uri, out _);

    /// <summary>
    /// The documents that a document's model can depend on: those that it reaches by references, itself first. A change
    /// in any other document can't change its model, so a build step that takes the closure alone is not run again.
    /// </summary>
    public EquatableArray<SchemaDocument> Closure(SchemaDocument document)
    {
        var reached = new List<SchemaDocument> { document };
        var known = new HashSet<string>(StringComparer.Ordinal) { document.FileUri };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var uri in reached[i].References)
            {
                if (FindDocument(uri) is { } next && known.Add(next.FileUri))
                {
                    reached.Add(next);
                }
            }
        }

        return reached.ToEquatableArray();
    }

    private SchemaDocument? FindDocument(string uri, out string pointer)
    {
        if (_byUri.TryGetValue(uri, out var found))
        {
            pointer = found.Pointer;
            return found.Document;
        }

        pointer = "";
        return MetaSchemas.Find(uri);
    }

    private void Add(SchemaDocument document, string uri, string pointer)
    {
        if (!_byUri.TryGetValue(uri, out var other))
        {
            _byUri.Add(uri, (document, pointer));
        }
        else if (!ReferenceEquals(other.Document, document) || other.Pointer != pointer)
        {
            var node =
                document.Root is not null && document.Schemas.TryGetValue(pointer, out var at)
                    ? at.Node
                    : null;
            _diagnostics.Add(
                document.Locate(
                    Rule.DuplicateFile,
                    node?["$id"]?.Range ?? default,
                    $"Two schemas are called '{Display(uri)}'"
                )
            );
        }
    }

    private static string Display(string uri) =>
        uri.StartsWith(SchemaUri.FileScheme, StringComparison.Ordinal)
            ? uri.Substring(SchemaUri.FileScheme.Length)
            : uri;
}
