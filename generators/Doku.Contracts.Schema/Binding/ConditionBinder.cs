using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What an object's members demand of each other: conditions and dependencies.</summary>
internal sealed class ConditionBinder(
    BindingContext context,
    MergedSchema schema,
    List<PropertyModel> properties
)
{
    private readonly PredicateBinder _predicates = new(context);

    public EquatableArray<ConditionModel> BindConditions()
    {
        var conditions = new List<ConditionModel>();
        foreach (var (location, value) in schema.All("if"))
        {
            var test = _predicates.Bind(location.Child("if", value), schema);
            var then = BindBranch(location, "then");
            var otherwise = BindBranch(location, "else");
            if (test is { Predicates.Count: 0 } && location.Node.Find("else") is { } never)
            {
                const string argument =
                    "The 'else' is never reached: the 'if' holds of every value";
                context.Report(location, Rule.UnreachableBranch, never.NameRange, argument);
            }
            else if (test is not null && then is not null && otherwise is not null)
            {
                conditions.Add(new ConditionModel(test, then, otherwise));
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
                if (Property(member.Name) is { Value: NullableValue })
                {
                    context.Report(
                        location,
                        Rule.UnsupportedCondition,
                        member.NameRange,
                        member.Name
                    );
                }
                else if (Property(member.Name) is not { } trigger)
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

    private BranchModel? BindBranch(SchemaLocation location, string keyword)
    {
        if (location.Node[keyword] is not { } branch)
        {
            return BranchModel.None;
        }

        var required = new List<MemberName>();
        var demands = new List<DemandModel>();
        foreach (var member in branch.Members)
        {
            var isBound = member.Name switch
            {
                "required" => BindRequired(location, member.Value, required),
                "properties" => BindDemands(location, member.Value, demands),
                "type" => PredicateBinder.AddsNothing(member.Value, schema)
                    || Unsupported(location, member),
                _ => Keywords.IsAnnotation(member.Name) || Unsupported(location, member),
            };
            if (!isBound)
            {
                return null;
            }
        }

        return new BranchModel(required.ToEquatableArray(), demands.ToEquatableArray());
    }

    private bool BindRequired(SchemaLocation location, SchemaNode names, List<MemberName> required)
    {
        foreach (var item in names.Items)
        {
            if (Name(location, item) is not { } name)
            {
                return false;
            }

            required.Add(name);
        }

        return true;
    }

    private bool BindDemands(SchemaLocation location, SchemaNode members, List<DemandModel> demands)
    {
        foreach (var member in members.Members)
        {
            if (
                Property(member.Name) is not { } property
                || schema.Properties.Find(p => p.Name == member.Name).Schemas is not { } schemas
            )
            {
                context.Report(location, Rule.UndeclaredRequired, member.NameRange, member.Name);
                return false;
            }

            var target = MergedSchema.Merge(context, schemas);
            foreach (
                var keyword in member.Value.Members.Where(k =>
                    !Keywords.IsAnnotation(k.Name)
                    && !(k.Name == "type" && PredicateBinder.AddsNothing(k.Value, target))
                )
            )
            {
                if (_predicates.Demand(location, keyword, target) is not { } demand)
                {
                    return false;
                }

                demands.Add(
                    new DemandModel(
                        new MemberName(property.JsonName, property.Name),
                        demand.Rule,
                        demand.Code,
                        demand.Message
                    )
                );
            }
        }

        return true;
    }

    private bool Unsupported(SchemaLocation location, SchemaMember member)
    {
        context.Report(location, Rule.UnsupportedCondition, member.NameRange, member.Name);
        return false;
    }

    private MemberName? Name(SchemaLocation location, SchemaNode item)
    {
        if (Property(item.Text) is { } property)
        {
            if (property.Value is NullableValue)
            {
                // In C# a member that is null is one that is absent, and what requires it tells them apart.
                context.Report(location, Rule.UnsupportedCondition, item.Range, item.Text);
                return null;
            }

            return new MemberName(property.JsonName, property.Name);
        }

        context.Report(location, Rule.UndeclaredRequired, item.Range, item.Text);
        return null;
    }

    private PropertyModel? Property(string jsonName) =>
        properties.Find(p => p.JsonName == jsonName);
}
