using System.Text.Json;

namespace Doku.Contracts.Schemas.Tests;

/// <summary>A schema inside a file: the file's path below schemas/, the JSON pointer, and the JSON found there.</summary>
internal sealed record SchemaPlace(string File, string Pointer, JsonElement Node)
{
    /// <summary>
    /// This schema and all that it takes in by $ref and allOf: the parts that hold for one and the same value.
    /// </summary>
    public IEnumerable<SchemaPlace> Parts()
    {
        yield return this;
        if (Node.TryGetProperty("$ref", out var reference))
        {
            foreach (var part in SchemaFiles.Resolve(File, reference.GetString()!).Parts())
            {
                yield return part;
            }
        }
        if (Node.TryGetProperty("allOf", out var all))
        {
            for (var index = 0; index < all.GetArrayLength(); index++)
            {
                foreach (var part in At("allOf", index).Parts())
                {
                    yield return part;
                }
            }
        }
    }

    /// <summary>The schema of a member, as the first part that knows the member has it.</summary>
    public SchemaPlace? Property(string name) =>
        Parts()
            .Where(part =>
                part.Node.TryGetProperty("properties", out var properties)
                && properties.TryGetProperty(name, out _)
            )
            .Select(part => part.At("properties", name))
            .FirstOrDefault();

    /// <summary>The schema of a list's elements.</summary>
    public SchemaPlace? Items() =>
        Parts()
            .Where(part => part.Node.TryGetProperty("items", out _))
            .Select(part => part.At("items"))
            .FirstOrDefault();

    public bool Requires(string name) =>
        Parts()
            .Any(part =>
                part.Node.TryGetProperty("required", out var names)
                && names.EnumerateArray().Any(required => required.GetString() == name)
            );

    /// <summary>Every value that a keyword has in the parts.</summary>
    public IEnumerable<JsonElement> Keyword(string name) =>
        Parts()
            .Where(part => part.Node.TryGetProperty(name, out _))
            .Select(part => part.Node.GetProperty(name));

    public SchemaPlace At(params object[] steps)
    {
        var node = Node;
        foreach (var step in steps)
        {
            node = step is int index ? node[index] : node.GetProperty((string)step);
        }
        return new SchemaPlace(File, $"{Pointer}/{string.Join('/', steps)}", node);
    }

    public override string ToString() => $"{File}#{Pointer}";
}
