using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What an object's members demand of each other.</summary>
internal sealed class ConditionBinder(
    BindingContext context,
    MergedSchema schema,
    List<PropertyModel> properties
)
{
    public EquatableArray<ConditionModel> BindConditions()
    {
        var conditions = new List<ConditionModel>();
        foreach (var (location, value) in schema.All("if"))
        {
            var test = BindPredicate(location.Child("if", value), schema);
            var then = BindBranch(location, "then");
            var otherwise = BindBranch(location, "else");
            if (test is not null && then is { } yes && otherwise is { } no)
            {
                conditions.Add(new ConditionModel(test, yes, no));
            }
        }

        return conditions.ToEquatableArray();
    }

    public EquatableArray<DependencyModel> BindDependencies()
    {
        var dependencies = new List<DependencyModel>();
        foreach (var (location, value) in schema.All("dependentRequired"))
        {
            foreach (var member in value.Members)
            {
                var names = member.Value.Items.Select(item => Name(location, item)).ToList();
                if (Property(member.Name) is not { } trigger)
                {
                    context.Report(
                        location,
                        Rule.UndeclaredRequired,
                        member.NameRange,
                        member.Name
                    );
                }
                else if (names.TrueForAll(n => n is not null))
                {
                    dependencies.Add(
                        new DependencyModel(
                            trigger.JsonName,
                            trigger.Name,
                            names.Select(n => n!).ToEquatableArray()
                        )
                    );
                }
            }
        }

        return dependencies.ToEquatableArray();
    }

    public TotalModel? BindTotal()
    {
        if (schema.First("x-total") is not { } found)
        {
            return null;
        }

        var (location, total) = found;
        var amount = Property(total.TextOf("amount")!);
        var items = Property(total.TextOf("items")!);
        var item =
            schema.Properties.Find(p => p.Name == total.TextOf("items")).Schemas is [{ } list]
            && context.Dereference(list) is { } array
                ? MergedSchema.Merge(context, MergedSchema.Merge(context, array).Items)
                : null;
        var values = new ValueBinder(context);
        var price = item?.Properties.Find(p => p.Name == total.TextOf("price")).Schemas;
        var quantity = item?.Properties.Find(p => p.Name == total.TextOf("quantity")).Schemas;
        var fault =
            amount?.Value is not (IntegerValue or NumberValue)
                ? "'amount' must name a number among the members"
            : items?.Value is not ListValue { Item: ObjectValue }
                ? "'items' must name an array of objects among the members"
            : price is null || values.Bind(price) is not (IntegerValue or NumberValue)
                ? "'price' must name a number of an item"
            : quantity is null || values.Bind(quantity) is not (IntegerValue or NumberValue)
                ? "'quantity' must name a number of an item"
            : null;
        if (fault is not null)
        {
            context.Report(location, Rule.InvalidTotal, total.Range, fault);
            return null;
        }

        var itemType = ((ObjectValue)((ListValue)items!.Value).Item).Type.Name;
        return new TotalModel(
            new MemberName(amount!.JsonName, amount.Name),
            items.Name,
            ObjectBinder.PropertyName(price![0], total.TextOf("price")!, itemType),
            ObjectBinder.PropertyName(quantity![0], total.TextOf("quantity")!, itemType)
        );
    }

    private EquatableArray<MemberName>? BindBranch(SchemaLocation location, string keyword)
    {
        if (location.Node[keyword] is not { } branch)
        {
            return [];
        }

        var names = new List<MemberName>();
        foreach (var member in branch.Members)
        {
            if (member.Name != "required")
            {
                if (!Keywords.IsAnnotation(member.Name))
                {
                    context.Report(
                        location,
                        Rule.UnsupportedCondition,
                        member.NameRange,
                        member.Name
                    );
                    return null;
                }

                continue;
            }

            foreach (var item in member.Value.Items)
            {
                if (Name(location, item) is not { } name)
                {
                    return null;
                }

                names.Add(name);
            }
        }

        return names.ToEquatableArray();
    }

    // The tested members are looked up in the merged object: the schema under 'if' says what to ask, not what there is.
    private AllPredicate? BindPredicate(SchemaLocation test, MergedSchema target)
    {
        var parts = new List<PredicateModel>();
        foreach (var member in test.Node.Members)
        {
            if (Keywords.IsAnnotation(member.Name) || member.Name == "type")
            {
                continue;
            }

            var found = member.Name switch
            {
                "properties" => BindMembers(test, member.Value, target),
                "required" => BindPresent(test, member.Value, target),
                "items" => BindItems(test, member, target),
                "enum" => [TextOf(member.Value, target)],
                _ => Unsupported(test, member),
            };
            if (found is null)
            {
                return null;
            }

            parts.AddRange(found);
        }

        return new AllPredicate(parts.ToEquatableArray());
    }

    private List<PredicateModel>? BindMembers(
        SchemaLocation test,
        SchemaNode members,
        MergedSchema target
    )
    {
        var result = new List<PredicateModel>();
        foreach (var member in members.Members)
        {
            if (target.Properties.Find(p => p.Name == member.Name).Schemas is not { } schemas)
            {
                return Unsupported(test, member);
            }

            var merged = MergedSchema.Merge(context, schemas);
            if (
                BindPredicate(test.Child("properties", member.Name, member.Value), merged)
                is not { } inner
            )
            {
                return null;
            }

            var name = ObjectBinder.PropertyName(schemas[0], member.Name, TypeOf(target));
            result.Add(new MemberPredicate(name, inner));
        }

        return result;
    }

    private List<PredicateModel>? BindPresent(
        SchemaLocation test,
        SchemaNode required,
        MergedSchema target
    )
    {
        var result = new List<PredicateModel>();
        foreach (var item in required.Items)
        {
            if (target.Properties.Find(p => p.Name == item.Text).Schemas is not { } schemas)
            {
                context.Report(test, Rule.UndeclaredRequired, item.Range, item.Text);
                return null;
            }

            result.Add(
                new PresentPredicate(
                    ObjectBinder.PropertyName(schemas[0], item.Text, TypeOf(target))
                )
            );
        }

        return result;
    }

    private List<PredicateModel>? BindItems(
        SchemaLocation test,
        SchemaMember items,
        MergedSchema target
    )
    {
        if (target.Items.Count == 0)
        {
            return Unsupported(test, items);
        }

        var merged = MergedSchema.Merge(context, target.Items);
        return BindPredicate(test.Child("items", items.Value), merged) is { } inner
            ? [new EveryItemPredicate(inner)]
            : null;
    }

    private static TextPredicate TextOf(SchemaNode values, MergedSchema target) =>
        new(values.Items.Select(i => i.Text).ToEquatableArray(), target.First("enum") is not null);

    private List<PredicateModel>? Unsupported(SchemaLocation test, SchemaMember member)
    {
        context.Report(test, Rule.UnsupportedCondition, member.NameRange, member.Name);
        return null;
    }

    private MemberName? Name(SchemaLocation location, SchemaNode item)
    {
        if (Property(item.Text) is { } property)
        {
            return new MemberName(property.JsonName, property.Name);
        }

        context.Report(location, Rule.UndeclaredRequired, item.Range, item.Text);
        return null;
    }

    private PropertyModel? Property(string jsonName) =>
        properties.Find(p => p.JsonName == jsonName);

    private static string TypeOf(MergedSchema target) => TypeNaming.NameOf(target.Parts[0]).Name;
}
