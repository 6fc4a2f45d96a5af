using System.Reflection;
using System.Text.Json;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>The schema and contract files, by their path below <c>schemas/</c>.</summary>
internal sealed class SchemaFiles
{
    private const string Root = "schemas/";
    private readonly IReadOnlyDictionary<string, JsonElement> _files;

    internal SchemaFiles(IReadOnlyDictionary<string, JsonElement> files) => _files = files;

    /// <summary>The files that were built into this assembly.</summary>
    internal static SchemaFiles Embedded { get; } = ReadEmbedded();

    internal IEnumerable<string> ContractPaths =>
        _files
            .Keys.Where(path => path.EndsWith(".contract.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    internal JsonElement Read(string path) =>
        _files.TryGetValue(path, out var document)
            ? document
            : throw new InvalidOperationException($"There is no schema file '{path}'.");

    /// <summary>These files and others, which win under the same path.</summary>
    internal SchemaFiles With(IEnumerable<(string Path, byte[] Bytes)> others)
    {
        var files = new Dictionary<string, JsonElement>(_files, StringComparer.Ordinal);
        foreach (var (path, bytes) in others)
        {
            files[path] = SchemaFolder.Parse(path, bytes);
        }
        return new SchemaFiles(files);
    }

    /// <summary>The place with a path from the root, such as <c>common/url.schema.json#/$defs/webUrl</c>.</summary>
    internal SchemaPlace ResolvePath(string path) => Resolve("", path);

    /// <summary>The place that <paramref name="reference"/> means when it stands in the file <paramref name="from"/>.</summary>
    internal SchemaPlace Resolve(string from, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var file = hash < 0 ? reference : reference[..hash];
        var pointer = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        var path = file.Length == 0 ? from : Combine(from, file);
        var node = Read(path);
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(segment, out node))
            {
                throw new InvalidOperationException($"'{reference}' in '{from}' leads nowhere.");
            }
        }
        return new SchemaPlace(path, pointer, node);
    }

    private static string Combine(string from, string relative)
    {
        var parts = from.Split('/').SkipLast(1).ToList();
        foreach (var part in relative.Split('/'))
        {
            switch (part)
            {
                case ".":
                    break;
                case ".." when parts.Count > 0:
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }
        return string.Join('/', parts);
    }

    private static SchemaFiles ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            // A build on Windows leaves its own separator in the folder part of the name.
            var path = name.Replace('\\', '/');
            if (!path.StartsWith(Root, StringComparison.Ordinal))
            {
                continue;
            }

            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            files.Add(path[Root.Length..], document.RootElement.Clone());
        }
        return new SchemaFiles(files);
    }
}
