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

    /// <summary>The file that a reference leads to: an absolute URI as it is, anything else as a logical path.</summary>
    public static string Target(SchemaDocument from, string reference)
    {
        var hash = reference.IndexOf('#');
        var file = hash < 0 ? reference : reference.Substring(0, hash);
        if (file.Length == 0)
        {
            return from.File.LogicalPath;
        }

        if (Uri.TryCreate(file, UriKind.Absolute, out _))
        {
            return file;
        }

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
                targets.Add(Target(document, member.Value.Text));
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
