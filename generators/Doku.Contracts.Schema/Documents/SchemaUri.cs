namespace Doku.Contracts.Schema.Documents;

/// <summary>
/// URI references resolved by RFC 3986, section 5. Characters stay as they are: the framework's type escapes and
/// unescapes differently from one runtime to the next.
/// </summary>
internal static class SchemaUri
{
    /// <summary>What a file without an absolute <c>$id</c> is called: its logical path under a scheme of its own.</summary>
    public const string FileScheme = "contract-file:///";

    public static string OfFile(string logicalPath) => FileScheme + logicalPath;

    public static bool IsAbsolute(string uri) => SchemeLength(uri) > 0;

    /// <summary>Splits a reference at its fragment.</summary>
    public static (string Uri, string? Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#');
        return hash < 0
            ? (reference, null)
            : (reference.Substring(0, hash), reference.Substring(hash + 1));
    }

    /// <summary>Resolves a reference without its fragment against an absolute URI.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        reference = Split(reference).Uri;
        if (reference.Length == 0)
        {
            return Split(baseUri).Uri;
        }

        if (IsAbsolute(reference))
        {
            return Normalize(reference);
        }

        var scheme = baseUri.Substring(0, SchemeLength(baseUri));
        if (reference.StartsWith("//", StringComparison.Ordinal))
        {
            return Normalize(scheme + reference);
        }

        var (root, path) = SplitPath(Split(baseUri).Uri);
        if (reference[0] == '/')
        {
            return root + RemoveDots(reference);
        }

        if (reference[0] == '?')
        {
            return root + path + reference;
        }

        var folder = path.Substring(0, path.LastIndexOf('/') + 1);
        return root
            + RemoveDots((folder.Length == 0 && !IsOpaque(root) ? "/" : folder) + reference);
    }

    private static string Normalize(string uri)
    {
        var (root, path) = SplitPath(uri);
        return root + (path.StartsWith("/", StringComparison.Ordinal) ? RemoveDots(path) : path);
    }

    // Scheme and authority, and what follows them up to the query.
    private static (string Root, string Path) SplitPath(string uri)
    {
        var at = SchemeLength(uri);
        if (string.CompareOrdinal(uri, at, "//", 0, 2) == 0)
        {
            at = uri.IndexOfAny(['/', '?'], at + 2);
            at = at < 0 ? uri.Length : at;
        }

        var query = uri.IndexOf('?', at);
        return (uri.Substring(0, at), uri.Substring(at, (query < 0 ? uri.Length : query) - at));
    }

    private static bool IsOpaque(string root) => !root.Contains("//");

    private static int SchemeLength(string uri)
    {
        var colon = uri.IndexOf(':');
        if (colon <= 0 || !char.IsLetter(uri[0]))
        {
            return 0;
        }

        for (var i = 0; i < colon; i++)
        {
            if (!char.IsLetterOrDigit(uri[i]) && uri[i] is not ('+' or '-' or '.'))
            {
                return 0;
            }
        }

        return colon + 1;
    }

    private static string RemoveDots(string path)
    {
        var query = path.IndexOf('?');
        var tail = query < 0 ? "" : path.Substring(query);
        var segments = (query < 0 ? path : path.Substring(0, query)).Split('/');
        var kept = new List<string>();
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            switch (segments[i])
            {
                case "..":
                    if (kept.Count > 1)
                    {
                        kept.RemoveAt(kept.Count - 1);
                    }

                    break;
                case ".":
                    break;
                default:
                    kept.Add(segments[i]);
                    continue;
            }

            if (isLast)
            {
                kept.Add("");
            }
        }

        return string.Join("/", kept) + tail;
    }
}
