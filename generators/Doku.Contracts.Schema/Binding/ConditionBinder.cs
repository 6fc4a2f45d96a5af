using System.Globalization;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What an object's members demand of each other, as far as typed code can ask it.</summary>
internal sealed class ConditionBinder(
    BinderParts parts,
    SchemaView view,
    Coverage coverage,
    TypeScope scope,
    List<PropertyModel> properties,
    bool isObject
)
{
    private readonly PredicateBinder _predicates = new(parts, scope);
    private int _rules;

    public EquatableArray<ConditionModel> BindConditions()
    {
        var conditions = new List<ConditionModel>();
        foreach (var (location, _) in isObject ? view.All("if") : [])
        {
            if (
                _predicates.Bind(location.Child("if"), view, scope.Owner.Name) is { } test
                && BindBranch(location, "then") is { } then
                && BindBranch(location, "else") is { } otherwise
            )
            {
                coverage.Cover(location, "if");
                conditions.Add(new ConditionModel(NextName(), test, then, otherwise));
            }
        }

        return conditions.ToEquatableArray();
    }

    public EquatableArray<DependencyModel> BindDependencies()
    {
        var dependencies = new List<DependencyModel>();
        foreach (var (location, value) in isObject ? view.All("dependentRequired") : [])
        {
            var bound = value.Members.Select(Dependency).ToList();
            if (bound.TrueForAll(d => d is not null))
            {
                coverage.Cover(location, "dependentRequired");
                dependencies.AddRange(bound.Where(d => d!.Required.Count > 0).Select(d => d!));
            }
        }

        return dependencies.ToEquatableArray();
    }

    private DependencyModel? Dependency(SchemaMember member)
    {
        var required = member.Value.Items.Select(Name).ToList();
        return Property(member.Name) is { } trigger && required.TrueForAll(r => r is not null)
            ? new DependencyModel(
                trigger.JsonName,
                trigger.Name,
                required.Select(r => r!).ToEquatableArray()
            )
            : null;
    }

    private BranchModel? BindBranch(SchemaLocation location, string keyword)
    {
        if (parts.Context.Value(location, keyword) is not { } branch)
        {
            return BranchModel.None;
        }

        if (!branch.IsObject)
        {
            return branch.IsTrueValue ? BranchModel.None : null;
        }

        var at = location.Child(keyword);
        var required = new List<MemberName>();
        var demands = new List<DemandModel>();
        foreach (var member in branch.Members)
        {
            var isBound =
                KeywordTable.IsAnnotation(member.Name)
                || (
                    parts.Context.Value(at, member.Name) is { } value
                    && member.Name switch
                    {
                        "required" => BindRequired(value, required),
                        "properties" => BindDemands(at, value, demands),
                        "type" => PredicateBinder.AddsNothing(value, view),
                        _ => false,
                    }
                );
            if (!isBound)
            {
                return null;
            }
        }

        return new BranchModel(required.ToEquatableArray(), demands.ToEquatableArray());
    }

    private bool BindRequired(SchemaNode names, List<MemberName> required)
    {
        foreach (var item in names.Items)
        {
            if (Name(item) is not { } name)
            {
                return false;
            }

            required.Add(name);
        }

        return true;
    }

    private bool BindDemands(SchemaLocation at, SchemaNode members, List<DemandModel> demands)
    {
        foreach (var member in members.Members)
        {
            if (
                !member.Value.IsObject
                || Property(member.Name) is not { } property
                || view.Property(member.Name) is not { } schemas
            )
            {
                return false;
            }

            var demanding = at.Child("properties", member.Name);
            var target = parts.Context.View(
                schemas.Count == 1 ? [parts.Context.Dereference(schemas[0])] : schemas
            );
            foreach (var keyword in member.Value.Members)
            {
                if (
                    KeywordTable.IsAnnotation(keyword.Name)
                    || (
                        keyword.Name == "type" && PredicateBinder.AddsNothing(keyword.Value, target)
                    )
                )
                {
                    continue;
                }

                if (
                    parts.Context.Value(demanding, keyword.Name) is null
                    || DemandWords.Of(keyword) is not { } words
                    || _predicates.BindKeyword(demanding, keyword, target, "") is not [{ } rule]
                )
                {
                    return false;
                }

                demands.Add(
                    new DemandModel(
                        NextName(),
                        new MemberName(property.JsonName, property.Name),
                        rule,
                        words.Code,
                        words.Message
                    )
                );
            }
        }

        return true;
    }

    private MemberName? Name(SchemaNode item) =>
        Property(item.Text) is { } property
            ? new MemberName(property.JsonName, property.Name)
            : null;

    // In C# a member that is null is one that is absent, and what requires it tells them apart.
    private PropertyModel? Property(string jsonName) =>
        properties.Find(p => p.JsonName == jsonName && p.Value is not (NullableValue or JsonValue));

    private string NextName() => "Condition" + (++_rules).ToString(CultureInfo.InvariantCulture);
}
