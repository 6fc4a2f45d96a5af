using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Documents;

/// <summary>Which other files a file may refer to. A name too many costs a look-up and nothing else.</summary>
internal static class SchemaReferences
{
    private static readonly string[] OperationMembers = ["request", "response", "body", "error"];

    /// <summary>The URIs, without fragments, of everything that a document refers to.</summary>
    public static EquatableArray<string> Of(SchemaDocument document)
    {
        var targets = new SortedSet<string>(StringComparer.Ordinal);
        Collect(document, document.Root!, document.FileUri, targets);
        targets.Remove(document.FileUri);
        return targets.ToEquatableArray();
    }

    /// <summary>The URIs that a reference may mean: relative to its resource, and where that is named by an <c>$id</c>, relative to the file.</summary>
    public static IEnumerable<string> Targets(
        SchemaDocument document,
        string baseUri,
        string reference
    )
    {
        yield return SchemaUri.Resolve(baseUri, reference);
        if (baseUri != document.FileUri && SchemaUri.Split(reference).Uri.Length > 0)
        {
            yield return SchemaUri.Resolve(document.FileUri, reference);
        }
    }

    // The file is walked as it stands, whatever is a schema in it and whatever only looks like one.
    private static void Collect(
        SchemaDocument document,
        SchemaNode node,
        string baseUri,
        SortedSet<string> targets
    )
    {
        if (node.TextOf("$id") is { } id)
        {
            baseUri = SchemaUri.Resolve(baseUri, id);
        }

        foreach (var member in node.Members)
        {
            if (
                member.Value.IsString
                && IsReference(document, member.Name)
                && !(member.Name == "$schema" && member.Value.Text == MetaSchemas.Dialect)
            )
            {
                targets.UnionWith(Targets(document, baseUri, member.Value.Text));
            }

            Collect(document, member.Value, baseUri, targets);
        }

        foreach (var item in node.Items)
        {
            Collect(document, item, baseUri, targets);
        }
    }

    private static bool IsReference(SchemaDocument document, string name) =>
        name is "$ref" or "$dynamicRef" or "$schema"
        || (document.IsContract && OperationMembers.Contains(name));
}
