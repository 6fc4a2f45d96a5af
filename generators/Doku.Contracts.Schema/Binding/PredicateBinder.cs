using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// A schema under a condition to questions that typed code asks of a record's members. Where a question can't be asked
/// so, there are none, and the condition is judged on the JSON.
/// </summary>
internal sealed class PredicateBinder(BinderParts parts, TypeScope scope)
{
    private readonly BindingContext _context = parts.Context;

    /// <summary>Binds a question about the values that a view describes.</summary>
    public AllPredicate? Bind(SchemaLocation test, SchemaView target, string typeName)
    {
        if (!test.Node.IsObject)
        {
            return null;
        }

        var questions = new List<PredicateModel>();
        foreach (var member in test.Node.Members)
        {
            if (
                KeywordTable.IsAnnotation(member.Name)
                || (member.Name == "type" && AddsNothing(member.Value, target))
            )
            {
                continue;
            }

            if (
                _context.Value(test, member.Name) is null
                || BindKeyword(test, member, target, typeName) is not { } found
            )
            {
                return null;
            }

            questions.AddRange(found);
        }

        return new AllPredicate(questions.ToEquatableArray());
    }

    /// <summary>Whether a <c>type</c> in a condition only repeats what the value is anyway.</summary>
    public static bool AddsNothing(SchemaNode type, SchemaView target) =>
        (target.Types & ~SchemaView.TypesOf(type)) == JsonTypes.None;

    /// <summary>Binds one keyword; null when it can't be asked by typed code.</summary>
    public List<PredicateModel>? BindKeyword(
        SchemaLocation test,
        SchemaMember member,
        SchemaView target,
        string typeName
    )
    {
        if (target.AllowsNull)
        {
            // In C# a member that is null is one that is absent, and a condition may tell them apart.
            return null;
        }

        var value = member.Value;
        var kind = parts.Shapes.KindOf(target);
        switch (member.Name)
        {
            case "properties" when kind == ValueKind.Record && target.Types == JsonTypes.Object:
                return BindMembers(test, value, target, typeName);
            case "required" when kind == ValueKind.Record && target.Types == JsonTypes.Object:
                return BindPresent(value, target, typeName);
            case "anyOf":
                return BindAny(test, value, target, typeName);
            case "items"
                when kind == ValueKind.List && target.Children("items") is { Count: > 0 } items:
                return BindItems(test, items);
            case "enum" or "const" when Access(kind) is { } access:
                return Texts(value) is { } texts ? [new TextPredicate(texts, access)] : null;
            case "enum" or "const" when kind is ValueKind.Integer or ValueKind.Number:
                return Numbers(value) is { } numbers ? [new AllowedPredicate(numbers)] : null;
            case "const" when kind == ValueKind.Boolean && value.IsBoolean:
                return [new BooleanPredicate(value.IsTrueValue)];
            case "pattern" when Access(kind) is { } access:
                return TextBinder.ReadPattern(_context, test) is { } pattern
                    ?
                    [
                        new PatternPredicate(
                            scope.Patterns.Take(typeName + "Condition", pattern),
                            access
                        ),
                    ]
                    : null;
            default:
                return BindLimit(member, kind) is { } limit ? [limit] : null;
        }
    }

    private static PredicateModel? BindLimit(SchemaMember member, ValueKind kind) =>
        LimitKind.Find(member.Name) is not { } limit || member.Value.AsNumber() is not { } number
            ? null
        : limit.Unit == LimitUnit.Characters && Access(kind) is { } access && number <= int.MaxValue
            ? new LengthPredicate(new LimitModel(limit, number), access)
        : limit.Unit == LimitUnit.Items && kind == ValueKind.List && number <= int.MaxValue
            ? new CountPredicate(new LimitModel(limit, number))
        : limit.Unit == LimitUnit.Number && kind is ValueKind.Integer or ValueKind.Number
            ? new NumberPredicate(new LimitModel(limit, number))
        : null;

    private List<PredicateModel>? BindAny(
        SchemaLocation test,
        SchemaNode branches,
        SchemaView target,
        string typeName
    )
    {
        var bound = new List<PredicateModel>();
        for (var i = 0; i < branches.Items.Count; i++)
        {
            var branch = test.Child(
                "anyOf",
                i.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            if (Bind(branch, target, typeName) is not { } found)
            {
                return null;
            }

            bound.Add(found);
        }

        return [new AnyPredicate(bound.ToEquatableArray())];
    }

    private List<PredicateModel>? BindItems(SchemaLocation test, List<SchemaLocation> schemas)
    {
        var origin = schemas.Count == 1 ? [_context.Dereference(schemas[0])] : schemas;
        var items = _context.View(origin);
        // An item that is null answers some questions and not others; in C# it answers none.
        return
            !items.AllowsNull
            && NameOf(origin, items) is { } name
            && Bind(test.Child("items"), items, name) is { } inner
            ? [new EveryItemPredicate(inner)]
            : null;
    }

    private List<PredicateModel>? BindMembers(
        SchemaLocation test,
        SchemaNode members,
        SchemaView target,
        string typeName
    )
    {
        var names = PropertyNames.Of(_context, target, typeName);
        var result = new List<PredicateModel>();
        foreach (var member in members.Members)
        {
            if (target.Property(member.Name) is not { } schemas)
            {
                return null;
            }

            var origin = schemas.Count == 1 ? [_context.Dereference(schemas[0])] : schemas;
            var view = _context.View(origin);
            if (
                view.AllowsNull
                || view.IsNever
                || NameOf(origin, view) is not { } name
                || Bind(test.Child("properties", member.Name), view, name) is not { } inner
            )
            {
                return null;
            }

            result.Add(new MemberPredicate(new MemberName(member.Name, names[member.Name]), inner));
        }

        return result;
    }

    private List<PredicateModel>? BindPresent(
        SchemaNode required,
        SchemaView target,
        string typeName
    )
    {
        var names = PropertyNames.Of(_context, target, typeName);
        var result = new List<PredicateModel>();
        foreach (var item in required.Items)
        {
            if (
                target.Property(item.Text) is not { } schemas
                || _context.View(schemas) is { AllowsNull: true } or { IsNever: true }
            )
            {
                return null;
            }

            result.Add(new PresentPredicate(new MemberName(item.Text, names[item.Text])));
        }

        return result;
    }

    // What a value's record is called; empty for a value without one. Null where the record is not of this name.
    private string? NameOf(IReadOnlyList<SchemaLocation> origin, SchemaView view) =>
        parts.Shapes.KindOf(view) != ValueKind.Record ? ""
        : origin.Count == 1
        && ShapeChooser.IsGenerated(origin[0])
        && _context.DynamicAnchors.Count == 0
            ? _context.NameOf(origin[0]).Name
        : null;

    private static TextAccess? Access(ValueKind kind) =>
        kind switch
        {
            ValueKind.Text => TextAccess.Itself,
            ValueKind.Enumeration => TextAccess.Value,
            ValueKind.Timestamp => TextAccess.Text,
            _ => null,
        };

    private static EquatableArray<string>? Texts(SchemaNode value)
    {
        IReadOnlyList<SchemaNode> items = value.IsArray ? value.Items : [value];
        return items.Count > 0 && items.All(i => i.IsString)
            ? items.Select(i => i.Text).ToEquatableArray()
            : null;
    }

    private static EquatableArray<decimal>? Numbers(SchemaNode value)
    {
        IReadOnlyList<SchemaNode> items = value.IsArray ? value.Items : [value];
        return items.Count > 0 && items.All(i => i.AsNumber() is not null)
            ? items.Select(i => i.AsNumber()!.Value).ToEquatableArray()
            : null;
    }
}
