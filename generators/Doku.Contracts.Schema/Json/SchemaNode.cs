using System.Globalization;

namespace Doku.Contracts.Schema.Json;

/// <summary>A JSON value and where it stands in its file.</summary>
public sealed class SchemaNode(SchemaNodeKind kind, string text, TextRange range)
{
    private readonly List<SchemaMember> _members = [];
    private readonly List<SchemaNode> _items = [];

    public SchemaNodeKind Kind { get; } = kind;

    /// <summary>A string's value, a number's digits, <c>true</c> or <c>false</c>.</summary>
    public string Text { get; } = text;

    public TextRange Range { get; internal set; } = range;

    public IReadOnlyList<SchemaMember> Members => _members;

    public IReadOnlyList<SchemaNode> Items => _items;

    public bool IsObject => Kind == SchemaNodeKind.Object;

    public bool IsString => Kind == SchemaNodeKind.String;

    public bool IsArray => Kind == SchemaNodeKind.Array;

    public SchemaMember? Find(string name)
    {
        foreach (var member in _members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member;
            }
        }

        return null;
    }

    public SchemaNode? this[string name] => Find(name)?.Value;

    /// <summary>The member's text when it is a string.</summary>
    public string? TextOf(string name) => this[name] is { IsString: true } node ? node.Text : null;

    /// <summary>Whether the member is there and <c>true</c>.</summary>
    public bool IsTrue(string name) => this[name] is { Kind: SchemaNodeKind.Boolean, Text: "true" };

    public decimal? AsNumber() =>
        Kind == SchemaNodeKind.Number
        && decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    internal void Add(SchemaMember member) => _members.Add(member);

    internal void Add(SchemaNode item) => _items.Add(item);
}

/// <summary>A member of an object, with the place of its name.</summary>
public sealed class SchemaMember(string name, TextRange nameRange, SchemaNode value)
{
    public string Name { get; } = name;

    public TextRange NameRange { get; } = nameRange;

    public SchemaNode Value { get; } = value;
}
