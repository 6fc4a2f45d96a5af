using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What the binding of one document works with: the documents it can reach, and the findings so far.</summary>
internal sealed class BindingContext
{
    private readonly List<SchemaDiagnostic> _diagnostics = [];
    private readonly SchemaCatalog _catalog;
    private readonly Dictionary<string, SchemaLocation> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaView> _views = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeNames> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dialect> _dialects = new(StringComparer.Ordinal);
    private HashSet<string>? _dynamicAnchors;
    private bool? _hasAdvice;

    public BindingContext(SchemaDocument document, EquatableArray<SchemaDocument> closure)
    {
        Document = document;
        Closure = closure;
        _catalog = new SchemaCatalog(closure);
    }

    public SchemaDocument Document { get; }

    public EquatableArray<SchemaDocument> Closure { get; }

    public IReadOnlyList<SchemaDiagnostic> Diagnostics => _diagnostics;

    /// <summary>
    /// The names of <c>$dynamicAnchor</c>s that two resources or more define, so that a <c>$dynamicRef</c> to one means
    /// what the way to it decides.
    /// </summary>
    public HashSet<string> DynamicAnchors => _dynamicAnchors ??= FindDynamicAnchors();

    /// <summary>Whether any schema within reach advises anything.</summary>
    public bool HasAdvice => _hasAdvice ??= Closure.Any(d => d.Root is not null && d.HasAdvice);

    /// <summary>Notes a finding. One in another document is left to that document's own binding.</summary>
    public void Report(SchemaLocation location, Rule rule, TextRange range, string argument) =>
        Report(location.Document, rule, range, argument);

    public void Report(SchemaDocument document, Rule rule, TextRange range, string argument)
    {
        if (!document.Equals(Document))
        {
            return;
        }

        var diagnostic = Document.Locate(rule, range, argument);
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>A keyword's value, where the keyword counts in its schema and the value has the keyword's form.</summary>
    public SchemaNode? Value(SchemaLocation location, string keyword) =>
        location.Node[keyword] is { } value
        && KeywordTable.Find(keyword) is { } known
        && known.Fault(value) is null
        && DialectOf(location).Has(known)
            ? value
            : null;

    /// <summary>Whether a format that stands in a schema is asserted.</summary>
    public bool AssertsFormat(SchemaLocation location, string format) =>
        FormatTable.IsKnown(format)
        && (
            !location.Document.File.Settings.IsFormatAnnotation || DialectOf(location).AssertsFormat
        );

    /// <summary>The dialect of a schema, which its <c>$schema</c> names.</summary>
    public Dialect DialectOf(SchemaLocation location)
    {
        var name = location.Resource.Dialect ?? Dialect.Default;
        if (!_dialects.TryGetValue(name, out var dialect))
        {
            dialect = Dialect.Of(name, _catalog);
            _dialects.Add(name, dialect);
        }

        return dialect;
    }

    /// <summary>The schema that a reference leads to; null when it leads nowhere.</summary>
    public SchemaLocation? Resolve(SchemaLocation location, string reference)
    {
        var fragment = Uri.UnescapeDataString(SchemaUri.Split(reference).Fragment ?? "");
        var root = SchemaReferences
            .Targets(location.Document, location.Resource.Uri, reference)
            .Select(_catalog.Find)
            .FirstOrDefault(found => found is not null);
        return root is null ? null
            : fragment.Length == 0 ? root
            : fragment[0] != '/'
                ? root.Resource.Anchors.TryGetValue(fragment, out var named) ? named
                    : null
            : root.Document.Schemas.TryGetValue(root.Pointer + fragment, out var found) ? found
            : null;
    }

    /// <summary>Whether what a reference leads to could not be read, which is reported where it stands.</summary>
    public bool IsUnreadable(SchemaLocation location, string reference) =>
        SchemaReferences
            .Targets(location.Document, location.Resource.Uri, reference)
            .Select(_catalog.FindDocument)
            .Any(found => found is { Root: null });

    /// <summary>Whether the file that an operation names could not be read.</summary>
    public bool IsUnreadableFile(string reference) =>
        _catalog.FindDocument(SchemaUri.Resolve(Document.FileUri, reference)) is { Root: null };

    /// <summary>The schema file that an operation names.</summary>
    public SchemaLocation? ResolveFile(string reference)
    {
        var (uri, fragment) = SchemaUri.Split(reference);
        return
            _catalog.Find(SchemaUri.Resolve(Document.FileUri, uri)) is { } root
            && root.Document.Schemas.TryGetValue(root.Pointer + (fragment ?? ""), out var found)
            ? found
            : null;
    }

    /// <summary>
    /// The schema that stands behind one which adds nothing: a <c>$ref</c>, or an <c>allOf</c> of one, with nothing
    /// beside it but annotations.
    /// </summary>
    public SchemaLocation Dereference(SchemaLocation location)
    {
        var passed = new List<SchemaLocation>();
        var at = location;
        var known = new HashSet<string>(StringComparer.Ordinal);
        SchemaLocation target;
        while (!_targets.TryGetValue(at.Key, out target!))
        {
            passed.Add(at);
            // A circle of references has no schema behind it; it is reported where schemas are looked at.
            if (!known.Add(at.Key) || Alias(at) is not { } next)
            {
                target = at;
                break;
            }

            at = next;
        }

        foreach (var schema in passed)
        {
            _targets[schema.Key] = target;
        }

        return target;
    }

    /// <summary>Everything that schemas say of one value.</summary>
    public SchemaView View(params IReadOnlyList<SchemaLocation> locations)
    {
        var key =
            locations.Count == 1
                ? locations[0].Key
                : string.Join("\n", locations.Select(l => l.Key));
        if (!_views.TryGetValue(key, out var view))
        {
            view = new SchemaView(this, locations);
            _views.Add(key, view);
        }

        return view;
    }

    /// <summary>The names of a document's types.</summary>
    public TypeNames NamesOf(SchemaDocument document)
    {
        if (!_names.TryGetValue(document.FileUri, out var names))
        {
            names = new TypeNames(document);
            _names.Add(document.FileUri, names);
        }

        return names;
    }

    /// <summary>What the type of a schema is called.</summary>
    public TypeName NameOf(SchemaLocation location) => NamesOf(location.Document).Of(location);

    private SchemaLocation? Alias(SchemaLocation location)
    {
        SchemaMember? only = null;
        foreach (var member in location.Node.Members)
        {
            if (
                KeywordTable.Find(member.Name) is not { } keyword
                || keyword.Role is not (KeywordRole.Assertion or KeywordRole.Companion)
                || !DialectOf(location).Has(keyword)
                || member.Name == "type"
            )
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = member;
        }

        var target = only?.Name switch
        {
            "$ref" when only.Value.IsString => Resolve(location, only.Value.Text),
            "allOf" when only.Value.Items.Count == 1 && only.Value.Items[0].IsObject =>
                location.Child("allOf", "0"),
            _ => null,
        };
        // A type beside the reference adds nothing where the target allows no other.
        return
            target is null
            || (
                location.Node["type"] is { } type
                && (View(target).Types & ~SchemaView.TypesOf(type)) != JsonTypes.None
            )
            ? null
            : target;
    }

    private HashSet<string> FindDynamicAnchors()
    {
        var schemas = Closure
            .Where(d => d.Root is not null && !d.IsContract)
            .SelectMany(d => d.OrderedSchemas)
            .ToList();
        return schemas.Exists(s => s.Node["$dynamicRef"] is not null)
            ? new HashSet<string>(
                schemas
                    .Select(s => s.Resource)
                    .Distinct()
                    .SelectMany(r => r.DynamicAnchors.Keys)
                    .GroupBy(name => name)
                    .Where(group => group.Count() > 1)
                    .Select(group => group.Key),
                StringComparer.Ordinal
            )
            : [];
    }
}
