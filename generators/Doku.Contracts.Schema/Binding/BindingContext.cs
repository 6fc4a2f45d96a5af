using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What the binding of one document works with: the documents it can reach, and the findings so far.</summary>
internal sealed class BindingContext(
    SchemaDocument document,
    EquatableArray<SchemaDocument> closure
)
{
    private readonly List<SchemaDiagnostic> _diagnostics = [];
    private readonly SchemaCatalog _catalog = new(closure);

    public SchemaDocument Document { get; } = document;

    public EquatableArray<SchemaDocument> Closure { get; } = closure;

    public IReadOnlyList<SchemaDiagnostic> Diagnostics => _diagnostics;

    /// <summary>Notes a finding. One in another document is left to that document's own binding.</summary>
    public void Report(SchemaLocation location, Rule rule, TextRange range, string argument)
    {
        if (location.Document.Equals(Document))
        {
            var diagnostic = Document.Locate(rule, range, argument);
            if (!_diagnostics.Contains(diagnostic))
            {
                _diagnostics.Add(diagnostic);
            }
        }
    }

    /// <summary>The schema that a <c>$ref</c> leads to; reports one that leads nowhere.</summary>
    public SchemaLocation? Resolve(SchemaLocation location, SchemaNode reference)
    {
        var pointer = SchemaReferences.Fragment(reference.Text);
        var document = SchemaReferences
            .Targets(location.Document, reference.Text)
            .Select(_catalog.Find)
            .FirstOrDefault(found => found is not null);
        if (
            document?.Root is { } root
            && SchemaReferences.Follow(root, pointer) is { IsObject: true } node
        )
        {
            return new SchemaLocation(document, node, pointer);
        }

        // A file that isn't JSON is reported at its own place; what refers to it need not be.
        if (document is null or { Root: not null })
        {
            Report(location, Rule.UnresolvedReference, reference.Range, reference.Text);
        }

        return null;
    }

    /// <summary>
    /// The schema that stands behind one which adds nothing: a bare <c>$ref</c>, or an <c>allOf</c> of one, with nothing
    /// beside it but words to people.
    /// </summary>
    public SchemaLocation? Dereference(SchemaLocation location)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            if (Alias(location) is not { } reference)
            {
                return location;
            }

            if (!passed.Add(location.Key))
            {
                Report(location, Rule.CyclicReference, reference.Range, reference.Text);
                return null;
            }

            if (Resolve(location, reference) is not { } next)
            {
                return null;
            }

            location = next;
        }
    }

    /// <summary>
    /// Notes two bounds that leave no value. Where they come from two files, the place that brings them together is the
    /// one to mend.
    /// </summary>
    public void ReportContradiction(MergedSchema schema, string keyword, string argument)
    {
        var (location, value) = schema.First(keyword)!.Value;
        var isHere = location.Document.Equals(Document);
        var at = isHere ? location : schema.Parts[0];
        Report(at, Rule.ContradictoryBounds, isHere ? value.Range : at.Node.Range, argument);
    }

    private static SchemaNode? Alias(SchemaLocation location)
    {
        var asserting = location
            .Node.Members.Where(m => !Keywords.IsAnnotation(m.Name) && m.Name != "type")
            .ToList();
        if (asserting.Count != 1)
        {
            return null;
        }

        var only = asserting[0];
        return only.Name switch
        {
            "$ref" => only.Value,
            "allOf" when only.Value.Items.Count == 1 => Alias(
                location with
                {
                    Node = only.Value.Items[0],
                }
            ),
            _ => null,
        };
    }
}
