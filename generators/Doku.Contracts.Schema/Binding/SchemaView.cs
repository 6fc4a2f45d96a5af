using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Everything that schemas say of one value: the schemas themselves and what their <c>$ref</c>s and <c>allOf</c>s add.</summary>
internal sealed class SchemaView
{
    private readonly BindingContext _context;
    private readonly HashSet<string> _passed = new(StringComparer.Ordinal);
    private readonly List<SchemaLocation> _parts = [];
    private readonly List<(string Name, List<SchemaLocation> Schemas)> _properties = [];

    public SchemaView(BindingContext context, IReadOnlyList<SchemaLocation> locations)
    {
        _context = context;
        Add(locations);
        Types = _parts.Aggregate(JsonTypes.All, (types, part) => types & TypesOfPart(part));
        foreach (var part in _parts)
        {
            AddProperties(part);
        }
    }

    /// <summary>The schemas that apply, the outermost first. Each is an object.</summary>
    public IReadOnlyList<SchemaLocation> Parts => _parts;

    /// <summary>Whether one of the schemas is <c>false</c>.</summary>
    public bool IsNever { get; private set; }

    /// <summary>The types of JSON values that every part allows.</summary>
    public JsonTypes Types { get; }

    public JsonTypes TypesWithoutNull => Types & ~JsonTypes.Null;

    public bool AllowsNull => (Types & JsonTypes.Null) != JsonTypes.None;

    /// <summary>The members that the parts name, each with every schema that is said of it.</summary>
    public IReadOnlyList<(string Name, List<SchemaLocation> Schemas)> Properties => _properties;

    public IReadOnlyList<SchemaLocation>? Property(string name) =>
        _properties.Find(p => p.Name == name).Schemas;

    /// <summary>Every part's value of a keyword, with its place.</summary>
    public IEnumerable<(SchemaLocation Location, SchemaNode Value)> All(string keyword)
    {
        foreach (var part in _parts)
        {
            if (_context.Value(part, keyword) is { } value)
            {
                yield return (part, value);
            }
        }
    }

    public (SchemaLocation Location, SchemaNode Value)? First(string keyword)
    {
        foreach (var found in All(keyword))
        {
            return found;
        }

        return null;
    }

    public bool Has(string keyword) => First(keyword) is not null;

    public bool IsTrue(string keyword) => All(keyword).Any(found => found.Value.IsTrueValue);

    /// <summary>The schemas that the parts give for every item.</summary>
    public List<SchemaLocation> Children(string keyword) =>
        [.. All(keyword).Select(found => found.Location.Child(keyword))];

    /// <summary>The JSON types that a <c>type</c> names.</summary>
    public static JsonTypes TypesOf(SchemaNode type)
    {
        IEnumerable<SchemaNode> names = type.IsArray ? type.Items : [type];
        return names.Aggregate(
            JsonTypes.None,
            (types, name) =>
                KeywordForms.TypeNames.TryGetValue(name.Text, out var found) ? types | found : types
        );
    }

    /// <summary>The JSON type of a value.</summary>
    public static JsonTypes TypeOf(SchemaNode value) =>
        value.Kind switch
        {
            SchemaNodeKind.Null => JsonTypes.Null,
            SchemaNodeKind.Boolean => JsonTypes.Boolean,
            SchemaNodeKind.Number => value.IsWholeNumber ? JsonTypes.Integer : JsonTypes.Fraction,
            SchemaNodeKind.String => JsonTypes.String,
            SchemaNodeKind.Array => JsonTypes.Array,
            _ => JsonTypes.Object,
        };

    private JsonTypes TypesOfPart(SchemaLocation part)
    {
        var types = _context.Value(part, "type") is { } type ? TypesOf(type) : JsonTypes.All;
        if (_context.Value(part, "enum") is { } values)
        {
            types &= values.Items.Aggregate(JsonTypes.None, (all, item) => all | TypeOf(item));
        }

        if (_context.Value(part, "const") is { } value)
        {
            types &= TypeOf(value);
        }

        return
            EnumerationTexts.Of(part.Node) is not null
            && EnumerationTexts.Keyword(part.Node) is "oneOf" or "anyOf"
            && (_context.Value(part, "oneOf") ?? _context.Value(part, "anyOf")) is not null
            ? types & JsonTypes.String
            : types;
    }

    // A stack of its own: references may follow each other by the thousand.
    private void Add(IReadOnlyList<SchemaLocation> locations)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<(SchemaLocation Location, bool IsEnd)>(
            locations.Reverse().Select(l => (l, false))
        );
        while (stack.Count > 0)
        {
            var (location, isEnd) = stack.Pop();
            if (isEnd)
            {
                open.Remove(location.Key);
                continue;
            }

            if (!location.Node.IsObject)
            {
                IsNever |= location.Node.IsFalseValue;
                continue;
            }

            // The same part twice adds nothing.
            if (!_passed.Add(location.Key))
            {
                continue;
            }

            _parts.Add(location);
            open.Add(location.Key);
            stack.Push((location, true));
            Push(location, open, stack);
        }
    }

    private void Push(
        SchemaLocation location,
        HashSet<string> open,
        Stack<(SchemaLocation Location, bool IsEnd)> stack
    )
    {
        if (_context.Value(location, "allOf") is { } all)
        {
            for (var i = all.Items.Count - 1; i >= 0; i--)
            {
                stack.Push(
                    (
                        location.Child(
                            "allOf",
                            i.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        ),
                        false
                    )
                );
            }
        }

        if (
            _context.Value(location, "$ref") is not { } reference
            || _context.Resolve(location, reference.Text) is not { } target
        )
        {
            return;
        }

        if (open.Contains(target.Key))
        {
            _context.Report(location, Rule.CyclicReference, reference.Range, reference.Text);
            return;
        }

        stack.Push((target, false));
    }

    private void AddProperties(SchemaLocation part)
    {
        if (_context.Value(part, "properties") is not { } members)
        {
            return;
        }

        foreach (var member in members.Members)
        {
            var schema = part.Child("properties", member.Name);
            var known = _properties.FindIndex(p => p.Name == member.Name);
            if (known < 0)
            {
                _properties.Add((member.Name, [schema]));
            }
            else
            {
                _properties[known].Schemas.Add(schema);
            }
        }
    }
}
