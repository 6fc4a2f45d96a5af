using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Chooses the C# shape of a value from everything that is said of it.</summary>
internal sealed class ShapeChooser(BindingContext context)
{
    private const string DigitsPattern = "^[0-9]+$";
    private const string ZeroFractionPattern = @"^[0-9]+(?:\.0+)?$";

    private readonly Dictionary<SchemaView, ValueKind> _kinds = [];

    public ValueKind KindOf(SchemaView view)
    {
        if (!_kinds.TryGetValue(view, out var kind))
        {
            kind = Choose(view);
            _kinds.Add(view, kind);
        }

        return kind;
    }

    /// <summary>Whether a shape is a generated type with a codec of its own.</summary>
    public static bool IsNamed(ValueKind kind) =>
        kind is ValueKind.Record or ValueKind.Tuple or ValueKind.Union or ValueKind.Choice;

    /// <summary>The part that enumerates texts and gives the enumeration its name.</summary>
    public SchemaLocation? EnumerationOf(SchemaView view) =>
        view.Parts.FirstOrDefault(part =>
            part.Position != SchemaPosition.Condition
            && !part.Document.IsBuiltIn
            && EnumerationTexts.Of(part.Node) is not null
            && context.Value(part, EnumerationTexts.Keyword(part.Node)) is not null
        );

    /// <summary>The only part that has branches, with their keyword; null when there are none or several.</summary>
    public static (SchemaLocation Part, string Keyword)? BranchesOf(SchemaView view)
    {
        (SchemaLocation, string)? found = null;
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            foreach (var (part, _) in view.All(keyword))
            {
                if (found is not null)
                {
                    return null;
                }

                found = (part, keyword);
            }
        }

        return found;
    }

    /// <summary>The schemas of the branches, past what only refers to them.</summary>
    public List<SchemaLocation> Branches((SchemaLocation Part, string Keyword) found) =>
        [
            .. Enumerable
                .Range(0, found.Part.Node[found.Keyword]!.Items.Count)
                .Select(i =>
                    context.Dereference(
                        found.Part.Child(
                            found.Keyword,
                            i.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
                ),
        ];

    /// <summary>The one schema beside <c>{"type":"null"}</c>, in a choice of these two alone.</summary>
    public SchemaLocation? NullableOf(SchemaView view)
    {
        if (
            view.Parts.Count != 1
            || BranchesOf(view) is not { } found
            || Branches(found) is not { Count: 2 } branches
            || view.Parts[0]
                .Node.Members.Any(m =>
                    m.Name != found.Keyword && !KeywordTable.IsAnnotation(m.Name)
                )
        )
        {
            return null;
        }

        var other = branches.FindIndex(b =>
            context.View(b) is { IsNever: false, Types: JsonTypes.Null } nothing
            && nothing.Parts.All(p =>
                p.Node.Members.All(m => m.Name == "type" || KeywordTable.IsAnnotation(m.Name))
            )
        );
        return other >= 0 && !context.View(branches[1 - other]).AllowsNull
            ? branches[1 - other]
            : null;
    }

    /// <summary>Whether a schema is an object's alone, with members to name.</summary>
    public bool IsRecord(SchemaLocation location) =>
        IsGenerated(location)
        && context.View(location) is { Types: JsonTypes.Object } view
        && KindOf(view) == ValueKind.Record;

    /// <summary>Whether a C# type can be made of a schema where it stands.</summary>
    public static bool IsGenerated(SchemaLocation location) =>
        location.Position == SchemaPosition.Shape && !location.Document.IsBuiltIn;

    private ValueKind Choose(SchemaView view)
    {
        var types = view.TypesWithoutNull;
        if (view.IsNever || types == JsonTypes.None)
        {
            return ValueKind.Json;
        }

        if (types == JsonTypes.String && EnumerationOf(view) is not null)
        {
            return ValueKind.Enumeration;
        }

        var hasMembers = view.Properties.Count > 0 && (types & JsonTypes.Object) != JsonTypes.None;
        if (!hasMembers && NullableOf(view) is null && BranchesOf(view) is { } found)
        {
            if (UnionFinder.Find(context, this, view) is not null)
            {
                return ValueKind.Union;
            }

            if (Branches(found).Exists(b => MayBeNamed(context.View(b))))
            {
                return ValueKind.Choice;
            }
        }

        return hasMembers ? ValueKind.Record : ByType(view, types);
    }

    private static bool MayBeNamed(SchemaView branch) =>
        branch.Properties.Count > 0
        || branch.Has("oneOf")
        || branch.Has("anyOf")
        || branch.Has("prefixItems");

    private ValueKind ByType(SchemaView view, JsonTypes types) =>
        types switch
        {
            JsonTypes.Object => IsEmptyRecord(view) ? ValueKind.Record : ValueKind.Map,
            JsonTypes.Array => view.All("prefixItems").Count() switch
            {
                0 => ValueKind.List,
                1 => ValueKind.Tuple,
                _ => ValueKind.Json,
            },
            JsonTypes.String => TimestampFormat(view) is null
                ? ValueKind.Text
                : ValueKind.Timestamp,
            JsonTypes.Integer => ValueKind.Integer,
            JsonTypes.Number or JsonTypes.Fraction => ValueKind.Number,
            JsonTypes.Boolean => ValueKind.Boolean,
            JsonTypes.Integer | JsonTypes.String when IsTolerantInteger(view) =>
                ValueKind.TolerantInteger,
            JsonTypes.Array | JsonTypes.String when IsTolerantList(view) => ValueKind.TolerantList,
            _ => ValueKind.Json,
        };

    /// <summary>The format of a time stamp that has a C# type.</summary>
    public string? TimestampFormat(SchemaView view) =>
        view.All("format")
            .Where(f => context.AssertsFormat(f.Location, f.Value.Text))
            .Select(f => f.Value.Text)
            .FirstOrDefault(f => FormatTable.TimestampType(f) is not null);

    private static bool IsEmptyRecord(SchemaView view) =>
        view.All("additionalProperties").Any(a => a.Value.IsFalseValue)
        && !view.Has("patternProperties");

    /// <summary>Whether the text of a whole number may have a fraction of zeros.</summary>
    public static bool AcceptsZeroFraction(SchemaView view) =>
        view.First("pattern")?.Value.Text == ZeroFractionPattern;

    private static bool IsTolerantInteger(SchemaView view) =>
        view.All("pattern").Select(p => p.Value.Text).Distinct().ToList()
            is [DigitsPattern or ZeroFractionPattern]
        && !view.Has("format")
        && !view.Has("enum")
        && !view.Has("const");

    private static bool IsTolerantList(SchemaView view) =>
        view.Has("items") && !view.Has("prefixItems") && !view.Has("enum") && !view.Has("const");
}
