using System.Text.Json;

namespace Doku.Contracts.Conformance.Suite;

/// <summary>A schema that the suite's tests refer to by URI.</summary>
/// <param name="Path">The file's path under the folder of remotes.</param>
/// <param name="Uri">The URI that tests know it by.</param>
/// <param name="Text">The schema.</param>
internal sealed record RemoteFile(string Path, string Uri, string Text);

/// <summary>The schemas under <c>remotes</c>, which the suite says stand on a server.</summary>
internal sealed class RemoteFiles
{
    private const string Server = "http://localhost:1234/";

    private static readonly string[] References = ["$ref", "$dynamicRef", "$schema"];

    private readonly Dictionary<string, RemoteFile> _byUri;

    public RemoteFiles(IEnumerable<RemoteFile> files)
    {
        _byUri = files.ToDictionary(file => file.Uri, StringComparer.Ordinal);
    }

    public static RemoteFiles Read(string suite)
    {
        var root = Path.Combine(suite, "remotes");
        return new RemoteFiles(
            Directory
                .EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Select(path =>
                {
                    var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
                    return new RemoteFile(relative, Server + relative, File.ReadAllText(path));
                })
        );
    }

    /// <summary>The remote schemas that a schema refers to, and those that they refer to, by path.</summary>
    public IReadOnlyList<RemoteFile> ReachedFrom(string schema)
    {
        var reached = new Dictionary<string, RemoteFile>(StringComparer.Ordinal);
        var waiting = new Queue<(string? Uri, string Text)>([(null, schema)]);
        while (waiting.TryDequeue(out var next))
        {
            using var document = JsonDocument.Parse(next.Text);
            foreach (var uri in ReferencesIn(document.RootElement, ToUri(null, next.Uri)))
            {
                if (_byUri.TryGetValue(uri, out var file) && reached.TryAdd(uri, file))
                {
                    waiting.Enqueue((uri, file.Text));
                }
            }
        }

        return [.. reached.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    // A schema inside of an enum counts as well: one file too many does no harm.
    private static IEnumerable<string> ReferencesIn(JsonElement node, Uri? at)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().SelectMany(item => ReferencesIn(item, at));
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var here = ToUri(at, Text(node, "$id")) ?? at;
        return References
            .Select(keyword => ToUri(here, Text(node, keyword)))
            .OfType<Uri>()
            .Select(uri => uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped))
            .Concat(node.EnumerateObject().SelectMany(member => ReferencesIn(member.Value, here)));
    }

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Uri? ToUri(Uri? against, string? reference) =>
        reference is null ? null
        : Uri.TryCreate(reference, UriKind.Absolute, out var absolute) ? absolute
        : against is not null && Uri.TryCreate(against, reference, out var resolved) ? resolved
        : null;
}
