using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Documents;

/// <summary>Where references lead: to another file by relative path or <c>$id</c>, and there by JSON Pointer.</summary>
public static class SchemaReferences
{
    /// <summary>Every other file that a document refers to.</summary>
    internal static EquatableArray<string> Of(SchemaDocument document)
    {
        var targets = new SortedSet<string>(StringComparer.Ordinal);
        Collect(document, document.Root!, targets);
        targets.Remove(document.File.LogicalPath);
        return targets.ToEquatableArray();
    }

    /// <summary>
    /// The names of the file that a reference may lead to: an absolute URI, which is looked for among the <c>$id</c>s, or
    /// a logical path. Where the referring file has an <c>$id</c>, a relative reference is relative to that first.
    /// </summary>
    public static IEnumerable<string> Targets(SchemaDocument from, string reference)
    {
        var hash = reference.IndexOf('#');
        var file = hash < 0 ? reference : reference.Substring(0, hash);
        if (file.Length == 0)
        {
            yield return from.File.LogicalPath;
        }
        else if (Uri.TryCreate(file, UriKind.Absolute, out var absolute) && !absolute.IsFile)
        {
            yield return file;
        }
        else
        {
            if (from.Id is { } id && Uri.TryCreate(id, UriKind.Absolute, out var origin))
            {
                yield return new Uri(origin, file).AbsoluteUri;
            }

            yield return LogicalPath(from, file);
        }
    }

    private static string LogicalPath(SchemaDocument from, string file)
    {
        var segments = new List<string>(from.File.LogicalPath.Split('/'));
        segments.RemoveAt(segments.Count - 1);
        foreach (var segment in file.Split('/'))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                {
                    return file;
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(Uri.UnescapeDataString(segment));
            }
        }

        return string.Join("/", segments);
    }

    /// <summary>The JSON Pointer of a reference; empty for the whole file.</summary>
    public static string Fragment(string reference)
    {
        var hash = reference.IndexOf('#');
        return hash < 0 ? "" : Uri.UnescapeDataString(reference.Substring(hash + 1));
    }

    /// <summary>Follows a JSON Pointer (RFC 6901).</summary>
    public static SchemaNode? Follow(SchemaNode root, string pointer)
    {
        if (pointer.Length == 0)
        {
            return root;
        }

        if (pointer[0] != '/')
        {
            return null;
        }

        SchemaNode? node = root;
        foreach (var token in pointer.Substring(1).Split('/'))
        {
            var name = token.Replace("~1", "/").Replace("~0", "~");
            node =
                node is { IsArray: true } && int.TryParse(name, out var index)
                    ? (index >= 0 && index < node.Items.Count ? node.Items[index] : null)
                    : node?[name];
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }

    private static void Collect(SchemaDocument document, SchemaNode node, SortedSet<string> targets)
    {
        foreach (var member in node.Members)
        {
            if (member.Value.IsString && IsReference(document, member.Name))
            {
                targets.UnionWith(Targets(document, member.Value.Text));
            }

            Collect(document, member.Value, targets);
        }

        foreach (var item in node.Items)
        {
            Collect(document, item, targets);
        }
    }

    // In contract files an operation's schemas are named by bare file references. A reference too many (a member of an
    // example that happens to have such a name) costs a look-up and nothing else.
    private static bool IsReference(SchemaDocument document, string name) =>
        name == "$ref"
        || (document.IsContract && name is "request" or "response" or "body" or "error");
}
