using System.Globalization;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// What a document's types are called. The names follow from the document alone, so that every file that refers to it
/// knows them without having bound it.
/// </summary>
internal sealed class TypeNames
{
    private static readonly string[] Endings = [".schema.json", ".contract.json", ".json"];

    private readonly SchemaDocument _document;
    private readonly NameScope _scope = new(ReservedNames.Types);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _proposals = new(StringComparer.Ordinal);
    private readonly List<SchemaLocation> _collisions = [];

    public TypeNames(SchemaDocument document)
    {
        _document = document;
        var candidates = new List<SchemaLocation>();
        foreach (var schema in document.OrderedSchemas)
        {
            _proposals[schema.Pointer] = Propose(schema);
            if (schema.Pointer.Length == 0 || MayBeType(schema))
            {
                candidates.Add(schema);
            }
        }

        // A name that a schema gives itself is kept before any that is made up.
        foreach (var schema in candidates.Where(c => GivenName(c) is not null))
        {
            var name = GivenName(schema)!;
            if (!_scope.TryTake(name))
            {
                _collisions.Add(schema);
                name = _scope.Take(name);
            }

            _names[schema.Pointer] = name;
        }

        foreach (var schema in candidates.Where(c => GivenName(c) is null))
        {
            _names[schema.Pointer] = _scope.Take(
                _proposals[schema.Pointer] is "_" ? "Unnamed" : _proposals[schema.Pointer],
                "Type"
            );
        }
    }

    /// <summary>Schemas whose <c>x-name</c> is taken.</summary>
    public IReadOnlyList<SchemaLocation> Collisions => _collisions;

    public TypeName Of(SchemaLocation location) =>
        new(
            _document.File.Namespace,
            _names.TryGetValue(location.Pointer, out var name) ? name : _proposals[location.Pointer]
        );

    /// <summary>A name for what has no place of its own in the file.</summary>
    public TypeName Take(string proposal) =>
        new(_document.File.Namespace, _scope.Take(proposal, "Type"));

    /// <summary>Whether a schema may become a type, as its keywords alone tell.</summary>
    public static bool MayBeType(SchemaLocation schema) =>
        schema.Position != SchemaPosition.Condition
        && (
            schema.Node["properties"] is not null
            || schema.Node["prefixItems"] is not null
            || schema.Node["enum"] is not null
            || schema.Node["const"] is not null
            || schema.Node["oneOf"] is not null
            || schema.Node["anyOf"] is not null
            || schema.Node["allOf"] is not null
            || schema.Node["$ref"] is not null && schema.Node.Members.Count > 1
            || schema.Node["additionalProperties"] is not null
        );

    private static string? GivenName(SchemaLocation schema) =>
        schema.Node.TextOf("x-name") is { } name
        && CSharpNames.IsIdentifier(name)
        && (schema.Pointer.Length == 0 || DefinesType(schema.Node))
            ? name
            : null;

    /// <summary>
    /// Whether a schema defines a type in place: then <c>x-name</c> is the type's name, and on any other schema the
    /// member's.
    /// </summary>
    public static bool DefinesType(SchemaNode node) =>
        node["properties"] is not null
        || node["oneOf"] is not null
        || node["anyOf"] is not null
        || node["prefixItems"] is not null
        || EnumerationTexts.Of(node) is not null
        || node.TextOf("type") is "object" or "array";

    private string Propose(SchemaLocation schema)
    {
        if (schema.Pointer.Length == 0)
        {
            return schema.Node.TextOf("x-name") is { } given && CSharpNames.IsIdentifier(given)
                ? given
                : NameOfFile();
        }

        var (parent, keyword, token) = Split(schema.Pointer);
        var outer = _proposals.TryGetValue(parent, out var name) ? name : NameOfFile();
        if (schema.Node.TextOf("x-name") is { } own && CSharpNames.IsIdentifier(own))
        {
            return own;
        }

        return keyword switch
        {
            "$defs" => CSharpNames.Pascal(token!),
            "properties" => outer + CSharpNames.Pascal(token!),
            "allOf" => outer,
            "oneOf" or "anyOf" => outer + "Case" + token,
            "items" => outer + "Item",
            "prefixItems" => outer + "Item" + Number(token!),
            "additionalProperties" or "patternProperties" => outer + "Value",
            _ => outer
                + CSharpNames.Pascal(keyword)
                + (token is null ? "" : CSharpNames.Pascal(token)),
        };
    }

    private static string Number(string index) =>
        (int.Parse(index, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    // The pointer of the schema around, the keyword, and the name or index under it.
    private (string Parent, string Keyword, string? Token) Split(string pointer)
    {
        var last = pointer.LastIndexOf('/');
        var parent = pointer.Substring(0, last);
        var token = Unescape(pointer.Substring(last + 1));
        if (_proposals.ContainsKey(parent))
        {
            return (parent, token, null);
        }

        var keyword = parent.LastIndexOf('/');
        return (parent.Substring(0, keyword), Unescape(parent.Substring(keyword + 1)), token);
    }

    private static string Unescape(string token) => token.Replace("~1", "/").Replace("~0", "~");

    private string NameOfFile()
    {
        var path = _document.File.LogicalPath;
        var file = path.Substring(path.LastIndexOf('/') + 1);
        foreach (var ending in Endings)
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
