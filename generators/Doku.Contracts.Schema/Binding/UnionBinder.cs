using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary><c>oneOf</c> to a closed hierarchy: its branches are records that the text of one member tells apart.</summary>
internal static class UnionBinder
{
    public static UnionModel? Bind(BindingContext context, SchemaLocation location)
    {
        foreach (var member in location.Node.Members)
        {
            if (!Keywords.IsAnnotation(member.Name) && member.Name is not ("oneOf" or "type"))
            {
                const string argument =
                    "Beside oneOf there can be nothing but words to people; say it in the branches";
                context.Report(location, Rule.UnsupportedType, member.NameRange, argument);
                return null;
            }
        }

        if (location.Node["type"] is { } type && type.Text != "object")
        {
            const string argument = "The type of a oneOf can only be object, as its branches are";
            context.Report(location, Rule.UnsupportedType, type.Range, argument);
            return null;
        }

        var branches = new List<Branch>();
        var index = 0;
        foreach (var node in location.Node["oneOf"]!.Items)
        {
            if (
                BindBranch(context, location, location.Child("oneOf", index++, node))
                is not { } branch
            )
            {
                return null;
            }

            branches.Add(branch);
        }

        return Discriminator(context, location, branches) is { } discriminator
            ? new UnionModel(
                TypeNaming.NameOf(location),
                DocumentationReader.Read(MergedSchema.Merge(context, location)),
                discriminator,
                branches
                    .Select(b => new UnionBranch(
                        b.Type.Name + "Case",
                        b.Type,
                        b.TextsOf(discriminator)!.Select(t => t.Text).ToEquatableArray()
                    ))
                    .ToEquatableArray()
            )
            : null;
    }

    private static Branch? BindBranch(
        BindingContext context,
        SchemaLocation union,
        SchemaLocation branch
    )
    {
        if (context.Dereference(branch) is not { } target)
        {
            return null;
        }

        var schema = MergedSchema.Merge(context, target);
        if (ValueBinder.IsRecord(schema) && !schema.AllowsNull)
        {
            return new Branch(branch, TypeNaming.NameOf(target), schema);
        }

        context.Report(
            union,
            Rule.MissingDiscriminator,
            branch.Node.Range,
            "every branch must be an object"
        );
        return null;
    }

    private static string? Discriminator(
        BindingContext context,
        SchemaLocation location,
        List<Branch> branches
    )
    {
        var common = branches[0]
            .Schema.Properties.Select(p => p.Name)
            .Where(name => branches.TrueForAll(branch => branch.TextsOf(name) is not null))
            .ToList();
        if (common.Count == 0)
        {
            const string argument =
                "no member is mandatory in every branch with a const or an enum of texts of its own";
            context.Report(
                location,
                Rule.MissingDiscriminator,
                location.Node.Find("oneOf")!.NameRange,
                argument
            );
            return null;
        }

        if (branches.Select(b => b.Type).Distinct().Count() < branches.Count)
        {
            var twice = branches.GroupBy(b => b.Type).First(g => g.Count() > 1).Last();
            context.Report(
                location,
                Rule.UnreachableBranch,
                twice.Location.Node.Range,
                "This branch is there twice, so no value fits it alone"
            );
            return null;
        }

        if (common.Find(name => Overlap(branches, name) is null) is { } discriminator)
        {
            return discriminator;
        }

        var (text, branch) = Overlap(branches, common[0])!.Value;
        context.Report(
            location,
            Rule.UnreachableBranch,
            branch.Location.Node.Range,
            $"This branch can't be reached alone: the text '{text}' of '{common[0]}' belongs to another branch too"
        );
        return null;
    }

    private static (string Text, Branch Branch)? Overlap(List<Branch> branches, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var branch in branches)
        {
            foreach (var text in branch.TextsOf(name)!)
            {
                if (!seen.Add(text.Text))
                {
                    return (text.Text, branch);
                }
            }
        }

        return null;
    }

    private sealed record Branch(SchemaLocation Location, TypeName Type, MergedSchema Schema)
    {
        /// <summary>The texts of a mandatory member that enumerates texts.</summary>
        public IReadOnlyList<SchemaNode>? TextsOf(string name) =>
            Schema.All("required").Any(found => found.Value.Items.Any(i => i.Text == name))
            && Schema.Properties.Find(p => p.Name == name).Schemas is [{ } property]
                ? EnumerationTexts.Of(property.Node)
                : null;
    }
}
