using System.Globalization;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// What a type is called follows from its place alone, so that every file that refers to it knows the name without
/// having bound the other file.
/// </summary>
internal static class TypeNaming
{
    public static TypeName NameOf(SchemaLocation location)
    {
        var node = location.Document.Root!;
        var name = node.TextOf("x-name") ?? NameOfFile(location.Document);
        // After one of these the next part of the pointer is a member's name or an index, not a keyword.
        var container = "";
        foreach (var part in location.Pointer.Split('/').Skip(1))
        {
            var token = part.Replace("~1", "/").Replace("~0", "~");
            node = node.IsArray
                ? node.Items[int.Parse(token, CultureInfo.InvariantCulture)]
                : node[token]!;
            if (container is "properties" or "$defs")
            {
                name =
                    node.TextOf("x-name")
                    ?? (container == "$defs" ? "" : name) + CSharpNames.Pascal(token);
                container = "";
            }
            else if (container is "allOf" or "oneOf")
            {
                name =
                    node.TextOf("x-name") ?? (container == "allOf" ? name : name + "Case" + token);
                container = "";
            }
            else
            {
                container = token;
                if (token is "items" or "additionalProperties")
                {
                    name = node.TextOf("x-name") ?? name + (token == "items" ? "Item" : "Value");
                }
            }
        }

        return new TypeName(location.Document.File.Namespace, name);
    }

    private static string NameOfFile(SchemaDocument document)
    {
        var path = document.File.LogicalPath;
        var file = path.Substring(path.LastIndexOf('/') + 1);
        foreach (var ending in new[] { ".schema.json", ".contract.json", ".json" })
        {
            if (file.EndsWith(ending, StringComparison.Ordinal))
            {
                file = file.Substring(0, file.Length - ending.Length);
                break;
            }
        }

        return CSharpNames.Pascal(file);
    }
}
