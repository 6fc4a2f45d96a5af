using System.Globalization;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>An array whose items each have a schema of their own, to a record with a member for each.</summary>
internal sealed class TupleBinder(BinderParts parts)
{
    private readonly BindingContext _context = parts.Context;

    public TupleModel Bind(TypeName name, IReadOnlyList<SchemaLocation> locations)
    {
        var view = _context.View(locations);
        var coverage = new Coverage(_context, view);
        var scope = new TypeScope(name);
        var (part, prefix) = view.All("prefixItems").Single();
        var others = view.All("items")
            .Where(i => i.Location != part)
            .Select(i => i.Location.Child("items"))
            .ToList();
        var least =
            LimitBinder
                .Bind(view, new Coverage(_context, view), LimitUnit.Items)
                .FirstOrDefault(l => l.Kind.IsLower == true)
                ?.Value
            ?? 0;
        var left = new List<AssertionModel>();
        var items = new List<PropertyModel>();
        var prefixes = new List<ArgumentModel>();
        var names = new NameScope([.. ReservedNames.RecordMembers, name.Name, "Rest"]);
        for (var i = 0; i < prefix.Items.Count; i++)
        {
            var index = i.ToString(CultureInfo.InvariantCulture);
            var schema = part.Child("prefixItems", index);
            var item = BindItem([schema, .. others], names, scope, i, isRequired: i < least);
            items.Add(item.Property);
            prefixes.Add(new AssertionArgument(item.LeftOver));
        }

        if (prefixes.Exists(p => p is AssertionArgument { Assertion.IsAlways: false }))
        {
            left.Add(AssertionBinder.Make("PrefixItems", [.. prefixes]));
        }

        var rest = BindRest(part, others, scope, left, prefix.Items.Count);
        coverage.Cover("prefixItems", "items");
        left.AddRange(coverage.LeftOver(parts.Assertions, JsonTypes.Array));
        return new TupleModel(
            name,
            DocumentationReader.Read(view),
            RecordBinder.Source(locations),
            items.ToEquatableArray(),
            rest,
            parts.RulesFor(name, locations, left),
            scope.Patterns.All
        );
    }

    private (PropertyModel Property, AssertionModel LeftOver) BindItem(
        List<SchemaLocation> schemas,
        NameScope names,
        TypeScope scope,
        int index,
        bool isRequired
    )
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var name = names.Take(
            schemas[0].Node.TextOf("x-name") is { } given
            && CSharpNames.IsIdentifier(given)
            && !TypeNames.DefinesType(schemas[0].Node)
                ? given
                : "Item" + number
        );
        var view = _context.View(schemas);
        var bound = new ValueBinder(parts, scope).Bind(schemas, scope.Values.Take(name));
        return (
            new PropertyModel(
                index.ToString(CultureInfo.InvariantCulture),
                name,
                "item" + number,
                bound.Value,
                isRequired,
                isRequired,
                view.IsTrue("x-sensitive"),
                DocumentationReader.Read(view),
                AdviceReader.Read(_context, view)
            ),
            bound.LeftOver
        );
    }

    private ValueModel? BindRest(
        SchemaLocation part,
        List<SchemaLocation> others,
        TypeScope scope,
        List<AssertionModel> left,
        int from
    )
    {
        List<SchemaLocation> schemas =
        [
            .. _context.Value(part, "items") is null
                ? (IEnumerable<SchemaLocation>)[]
                : [part.Child("items")],
            .. others,
        ];
        if (schemas.Count == 0)
        {
            return new JsonValue(scope.Values.Take("Rest"));
        }

        if (_context.View(schemas).IsNever)
        {
            return null;
        }

        var bound = new ValueBinder(parts, scope).Bind(schemas, scope.Values.Take("Rest"));
        if (!bound.LeftOver.IsAlways)
        {
            left.Add(
                AssertionBinder.Make(
                    "Items",
                    new CountArgument(from),
                    new AssertionArgument(bound.LeftOver)
                )
            );
        }

        return bound.Value;
    }
}
