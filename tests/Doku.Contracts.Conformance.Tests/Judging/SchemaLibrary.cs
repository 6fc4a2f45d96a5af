using System.Collections.Concurrent;
using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>Schema files by path and <c>$id</c>; follows references. Shares nothing with the generator's own way of it.</summary>
internal sealed class SchemaLibrary
{
    private readonly Dictionary<string, JsonElement> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string File, string Reference), SchemaPart> _known =
        new();

    public SchemaLibrary(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (path, text) in files)
        {
            using var document = JsonDocument.Parse(text);
            _files.Add(path, document.RootElement.Clone());
            if (new SchemaPart(path, _files[path]).TextOf("$id") is { } id)
            {
                _ids.Add(id, path);
            }
        }
    }

    public SchemaPart Open(string file) => new(file, _files[file]);

    public SchemaPart Resolve(string from, string reference) =>
        _known.GetOrAdd((from, reference), key => Find(key.File, key.Reference));

    /// <summary>A schema with everything that its <c>$ref</c>s and <c>allOf</c>s add to it.</summary>
    public IReadOnlyList<SchemaPart> Flatten(SchemaPart schema)
    {
        var parts = new List<SchemaPart>();
        Flatten(schema, parts);
        return parts;
    }

    /// <summary>Every pattern that a schema or one that it refers to says.</summary>
    public IReadOnlyList<string> PatternsOf(SchemaPart schema) =>
        [.. Reached(schema).Select(part => part.TextOf("pattern")).OfType<string>()];

    /// <summary>Whether a schema or one that it refers to has branches that a <c>const</c> tells apart.</summary>
    public bool IsChoiceByConst(SchemaPart schema) =>
        Reached(schema)
            .Any(part =>
                part.Find("oneOf") is { Node.ValueKind: JsonValueKind.Array } choice
                && choice
                    .Node.EnumerateArray()
                    .SelectMany(branch => Flatten(choice.At(branch)))
                    .Any(branch => branch.Find("properties") is { } p && HasConst(p))
            );

    private static bool HasConst(SchemaPart properties) =>
        properties.Node.EnumerateObject().Any(p => p.Value.TryGetProperty("const", out _));

    // Everything under a schema that may be one itself; what isn't, an example say, does no harm.
    private IEnumerable<SchemaPart> Reached(SchemaPart schema)
    {
        var open = new Queue<SchemaPart>([schema]);
        var known = new HashSet<(string, string)>();
        while (open.TryDequeue(out var part))
        {
            yield return part;
            if (part.TextOf("$ref") is { } reference && known.Add((part.File, reference)))
            {
                open.Enqueue(Resolve(part.File, reference));
            }

            IEnumerable<JsonElement> children = part.Node.ValueKind switch
            {
                JsonValueKind.Array => part.Node.EnumerateArray(),
                JsonValueKind.Object => part.Node.EnumerateObject().Select(member => member.Value),
                _ => [],
            };
            foreach (var child in children)
            {
                open.Enqueue(part.At(child));
            }
        }
    }

    private void Flatten(SchemaPart schema, List<SchemaPart> parts)
    {
        parts.Add(schema);
        if (schema.TextOf("$ref") is { } reference)
        {
            Flatten(Resolve(schema.File, reference), parts);
        }

        if (schema.Find("allOf") is { } all)
        {
            foreach (var part in all.Node.EnumerateArray())
            {
                Flatten(schema.At(part), parts);
            }
        }
    }

    private SchemaPart Find(string from, string reference)
    {
        var split = reference.Split('#', 2);
        var part = Open(split[0].Length == 0 ? from : FileOf(from, split[0]));
        foreach (var token in split.Length < 2 ? [] : split[1].Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(token).Replace("~1", "/").Replace("~0", "~");
            part = part.Find(name)!.Value;
        }

        return part;
    }

    private string FileOf(string from, string relative)
    {
        var folder = new Uri("file:///" + from);
        var id = Open(from).TextOf("$id");
        var byId = new Uri(id is null ? folder : new Uri(id), relative).AbsoluteUri;
        return _ids.TryGetValue(byId, out var path)
            ? path
            : new Uri(folder, relative).AbsolutePath[1..];
    }
}
