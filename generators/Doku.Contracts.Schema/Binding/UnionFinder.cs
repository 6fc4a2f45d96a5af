using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Branches that are records which the text of one member tells apart.</summary>
internal sealed record UnionFinder(
    SchemaLocation Part,
    string Keyword,
    string Discriminator,
    IReadOnlyList<(SchemaLocation Branch, IReadOnlyList<string> Texts)> Branches
)
{
    /// <summary>Finds them; null when the branches are not such, or one text means two of them.</summary>
    public static UnionFinder? Find(BindingContext context, ShapeChooser shapes, SchemaView view)
    {
        if (ShapeChooser.BranchesOf(view) is not { } found)
        {
            return null;
        }

        var branches = shapes.Branches(found);
        if (
            branches.Count < 2
            || branches.Distinct().Count() < branches.Count
            || !branches.TrueForAll(shapes.IsRecord)
        )
        {
            return null;
        }

        foreach (var (name, _) in context.View(branches[0]).Properties)
        {
            var texts = branches.Select(b => TextsOf(context, b, name)).ToList();
            if (
                texts.TrueForAll(t => t is not null)
                && texts.SelectMany(t => t!).ToList() is var all
                && all.Distinct(StringComparer.Ordinal).Count() == all.Count
            )
            {
                return new UnionFinder(
                    found.Part,
                    found.Keyword,
                    name,
                    [.. branches.Zip(texts, (branch, t) => (branch, t!))]
                );
            }
        }

        return null;
    }

    // The texts of a mandatory member that enumerates texts.
    private static IReadOnlyList<string>? TextsOf(
        BindingContext context,
        SchemaLocation branch,
        string name
    )
    {
        var view = context.View(branch);
        if (
            !view.All("required").Any(r => r.Value.Items.Any(i => i.Text == name))
            || view.Property(name) is not { } schemas
        )
        {
            return null;
        }

        foreach (var part in context.View(schemas).Parts)
        {
            if (
                (
                    context.Value(part, "enum") is not null
                    || context.Value(part, "const") is not null
                )
                && EnumerationTexts.Of(part.Node) is { } texts
                && !part.Node.Members.Any(m =>
                    m.Name == "enum" && m.Value.Items.Any(i => !i.IsString)
                )
            )
            {
                return [.. texts.Select(t => t.Text.Text).Distinct(StringComparer.Ordinal)];
            }
        }

        return null;
    }
}
