using Doku.Contracts.Schema.Diagnostics;

namespace Doku.Contracts.Schema.Json;

/// <summary>A JSON value and where it stands in its file.</summary>
public sealed class SchemaNode(SchemaNodeKind kind, string text, TextRange range)
{
    // Beyond so many members a look-up by hash is faster than a walk.
    private const int MostWalked = 8;

    private readonly List<SchemaMember> _members = [];
    private readonly List<SchemaNode> _items = [];
    private Dictionary<string, SchemaMember>? _byName;

    public SchemaNodeKind Kind { get; } = kind;

    /// <summary>A string's value, a number's digits, <c>true</c> or <c>false</c>.</summary>
    public string Text { get; } = text;

    public TextRange Range { get; internal set; } = range;

    public IReadOnlyList<SchemaMember> Members => _members;

    public IReadOnlyList<SchemaNode> Items => _items;

    public bool IsObject => Kind == SchemaNodeKind.Object;

    public bool IsString => Kind == SchemaNodeKind.String;

    public bool IsArray => Kind == SchemaNodeKind.Array;

    public bool IsBoolean => Kind == SchemaNodeKind.Boolean;

    /// <summary>Whether this is the value <c>true</c>.</summary>
    public bool IsTrueValue => IsBoolean && Text == "true";

    /// <summary>Whether this is the value <c>false</c>.</summary>
    public bool IsFalseValue => IsBoolean && Text == "false";

    public SchemaMember? Find(string name)
    {
        if (_members.Count > MostWalked)
        {
            return ByName().TryGetValue(name, out var found) ? found : null;
        }

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
    public bool IsTrue(string name) => this[name] is { IsTrueValue: true };

    /// <summary>A number's value; null when this is no number or a decimal can't hold it exactly.</summary>
    public decimal? AsNumber() =>
        Kind == SchemaNodeKind.Number ? SchemaNumber.Parse(Text).AsDecimal() : null;

    /// <summary>Whether this is a number without a fraction.</summary>
    public bool IsWholeNumber => Kind == SchemaNodeKind.Number && SchemaNumber.Parse(Text).IsWhole;

    internal void Add(SchemaMember member)
    {
        _members.Add(member);
        _byName = null;
    }

    internal void Add(SchemaNode item) => _items.Add(item);

    // Of a member that is there twice, which is an error of its own, the first counts.
    private Dictionary<string, SchemaMember> ByName()
    {
        if (_byName is { } known)
        {
            return known;
        }

        var byName = new Dictionary<string, SchemaMember>(_members.Count, StringComparer.Ordinal);
        foreach (var member in _members)
        {
            if (!byName.ContainsKey(member.Name))
            {
                byName.Add(member.Name, member);
            }
        }

        return _byName = byName;
    }
}

/// <summary>A member of an object, with the place of its name.</summary>
public sealed class SchemaMember(string name, TextRange nameRange, SchemaNode value)
{
    public string Name { get; } = name;

    public TextRange NameRange { get; } = nameRange;

    public SchemaNode Value { get; } = value;
}
