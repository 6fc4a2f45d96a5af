using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What is said of a member or an item, to what it holds in C#.</summary>
internal sealed class ValueBinder(BinderParts parts, TypeScope scope)
{
    // Lists of lists and maps of maps deeper than this have a C# type that nobody could read.
    private const int MostNested = 12;

    private readonly BindingContext _context = parts.Context;

    /// <summary>Binds the schemas that are said of one value.</summary>
    /// <param name="locations">The schemas.</param>
    /// <param name="name">What the value is called; no other value of the type is.</param>
    /// <param name="isRoot">Whether the value is a type of its own and so no member that C# code computes with.</param>
    public BoundValue Bind(
        IReadOnlyList<SchemaLocation> locations,
        string name,
        bool isRoot = false
    )
    {
        var origin = locations.Count == 1 ? [_context.Dereference(locations[0])] : locations;
        var key = string.Join("\n", origin.Select(l => l.Key));
        if (scope.Open.Count >= MostNested || !scope.Open.Add(key))
        {
            return Json(origin, name);
        }

        try
        {
            return BindOpen(origin, name, isRoot);
        }
        finally
        {
            scope.Open.Remove(key);
        }
    }

    private BoundValue BindOpen(IReadOnlyList<SchemaLocation> locations, string name, bool isRoot)
    {
        var view = _context.View(locations);
        if (
            parts.Shapes.NullableOf(view) is { } other
            && Bind([other], name) is { Value: not (NullableValue or JsonValue) } inner
        )
        {
            // The assertions of the one say nothing of null: they are made of the value that isn't.
            return inner.LeftOver.IsAlways
                ? new BoundValue(new NullableValue(inner.Value), AssertionModel.Always)
                : Json(locations, name);
        }

        var kind = parts.Shapes.KindOf(view);
        if (ShapeChooser.IsNamed(kind))
        {
            return Named(locations, view, kind, name);
        }

        var coverage = new Coverage(_context, view);
        var nested = new List<AssertionModel>();
        var value = kind switch
        {
            ValueKind.Enumeration => parts.Texts.BindEnumeration(view, coverage, scope, name),
            ValueKind.Text => parts.Texts.BindText(view, coverage, scope, name),
            ValueKind.Timestamp => parts.Texts.BindTimestamp(view, coverage, scope, name),
            ValueKind.Integer => NumberBinder.BindInteger(view, coverage, name, isRoot),
            ValueKind.Number => NumberBinder.BindNumber(view, coverage, name, isRoot),
            ValueKind.TolerantInteger => NumberBinder.BindTolerant(view, coverage, name),
            ValueKind.Boolean => NumberBinder.BindBoolean(view, coverage, name),
            ValueKind.Map => BindMap(view, coverage, name, nested),
            ValueKind.List => BindList(view, coverage, name, nested, acceptsSingle: false),
            ValueKind.TolerantList => BindList(view, coverage, name, nested, acceptsSingle: true),
            _ => null,
        };
        if (value is null)
        {
            return Json(locations, name);
        }

        var types = TypesOf(value) | (view.Types & JsonTypes.Null);
        var left = coverage.LeftOver(parts.Assertions, types);
        left.AddRange(nested);
        return new BoundValue(
            view.AllowsNull ? new NullableValue(value) : value,
            AssertionBinder.AllOf(left)
        );
    }

    /// <summary>A value held as its text: everything is asserted of the JSON itself.</summary>
    private BoundValue Json(IReadOnlyList<SchemaLocation> locations, string name) =>
        new(new JsonValue(name), AssertionBinder.AllOf(locations.Select(Whole)));

    private AssertionModel Whole(SchemaLocation location) =>
        parts.Assertions.Bind(location) is { IsAlways: false } and not { Factory: "Never" }
            ? AssertionBinder.Make("Reference", new NodeArgument(parts.Rules.NodeOf(location)))
            : parts.Assertions.Bind(location);

    private BoundValue Named(
        IReadOnlyList<SchemaLocation> locations,
        SchemaView view,
        ValueKind kind,
        string name
    )
    {
        // Where the way to a schema decides what it means, only the whole can be judged.
        if (_context.DynamicAnchors.Count > 0)
        {
            return Json(locations, name);
        }

        // The type's own code judges a null of a record that takes any value, and of a union. Where it is no value of the
        // type, nothing may be left that a null could break.
        var isNullable = view.AllowsNull && kind is ValueKind.Record or ValueKind.Tuple;
        if (
            isNullable
            && new Coverage(_context, view).LeftOver(parts.Assertions, JsonTypes.Null).Count > 0
        )
        {
            if (kind == ValueKind.Tuple)
            {
                return Json(locations, name);
            }

            isNullable = false;
        }

        var type =
            locations.Count == 1 && ShapeChooser.IsGenerated(locations[0])
                ? _context.NameOf(locations[0])
                : parts.Merge(scope.Owner.Name + name, kind, locations);
        return new BoundValue(
            isNullable
                ? new NullableValue(new ObjectValue(name, type))
                : new ObjectValue(name, type),
            AssertionModel.Always
        );
    }

    private MapValue BindMap(
        SchemaView view,
        Coverage coverage,
        string name,
        List<AssertionModel> nested
    )
    {
        var itemName = scope.Values.Take(name + "Value");
        if (
            view.All("additionalProperties").ToList() is [var (part, _)]
            && _context.Value(part, "patternProperties") is null
            && _context.Value(part, "properties") is null
        )
        {
            coverage.Cover(part, "additionalProperties");
            var item = Bind([part.Child("additionalProperties")], itemName);
            Lift(
                nested,
                item,
                left =>
                    AssertionBinder.Make(
                        "AdditionalProperties",
                        new ArrayArgument("string", []),
                        new ArrayArgument("pattern", []),
                        new AssertionArgument(left)
                    )
            );
            return new MapValue(name, item.Value);
        }

        return new MapValue(name, new JsonValue(itemName));
    }

    private ListValue? BindList(
        SchemaView view,
        Coverage coverage,
        string name,
        List<AssertionModel> nested,
        bool acceptsSingle
    )
    {
        var schemas = view.Children("items");
        var itemName = scope.Values.Take(name + "Item");
        var item =
            schemas.Count == 0
                ? new BoundValue(new JsonValue(itemName), AssertionModel.Always)
                : Bind(schemas, itemName);
        var limits = LimitBinder.Bind(view, coverage, LimitUnit.Items);
        if (acceptsSingle && !IsSingle(view, coverage, item, limits))
        {
            return null;
        }

        coverage.Cover("items", "uniqueItems");
        Lift(
            nested,
            item,
            left => AssertionBinder.Make("Items", new CountArgument(0), new AssertionArgument(left))
        );
        return new ListValue(name, item.Value, limits, view.IsTrue("uniqueItems"), acceptsSingle);
    }

    // The one text is read into a list of it. What the schema says of the one must therefore hold of the other.
    private bool IsSingle(
        SchemaView view,
        Coverage coverage,
        BoundValue item,
        EquatableArray<LimitModel> limits
    ) =>
        item is { Value: TextValue text, LeftOver.IsAlways: true }
        && !limits.Any(l => l.Kind.IsLower == true && l.Value > 1)
        && !limits.Any(l => l.Kind.IsLower == false && l.Value < 1)
        && text.Rules.Equals(parts.Texts.BindRules(view, coverage, scope, item.Value.Name));

    private static void Lift(
        List<AssertionModel> nested,
        BoundValue inner,
        Func<AssertionModel, AssertionModel> lift
    )
    {
        if (!inner.LeftOver.IsAlways)
        {
            nested.Add(lift(inner.LeftOver));
        }
    }

    private static JsonTypes TypesOf(ValueModel value) =>
        value switch
        {
            IntegerValue { AcceptsText: true } => JsonTypes.Integer | JsonTypes.String,
            IntegerValue or AnyNumberValue { IsWhole: true } => JsonTypes.Integer,
            NumberValue or AnyNumberValue => JsonTypes.Number,
            BooleanValue => JsonTypes.Boolean,
            MapValue => JsonTypes.Object,
            ListValue { AcceptsSingle: true } => JsonTypes.Array | JsonTypes.String,
            ListValue => JsonTypes.Array,
            _ => JsonTypes.String,
        };
}
