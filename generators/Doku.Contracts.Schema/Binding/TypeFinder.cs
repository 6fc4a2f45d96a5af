namespace Doku.Contracts.Schema.Binding;

internal enum TypeKind
{
    Object,
    Union,
    Enumeration,
    CharacterSet,
}

internal sealed record TypeLocation(TypeKind Kind, SchemaLocation Location);

/// <summary>Finds the schemas of a document that become types of their own.</summary>
internal static class TypeFinder
{
    private static readonly string[] Conditions = ["if", "then", "else"];

    public static IEnumerable<TypeLocation> Find(BindingContext context, SchemaLocation location) =>
        Find(context, location, isPart: false);

    private static IEnumerable<TypeLocation> Find(
        BindingContext context,
        SchemaLocation location,
        bool isPart
    )
    {
        // The parts of an allOf are merged into the type around them; only an enumeration has a name of its own there.
        if (KindOf(context, location) is { } kind && (!isPart || kind == TypeKind.Enumeration))
        {
            yield return new TypeLocation(kind, location);
        }

        foreach (var (keyword, child) in KeywordChecker.Children(location))
        {
            // Schemas under 'if', 'then' and 'else' ask and demand; they define nothing.
            if (Conditions.Contains(keyword))
            {
                continue;
            }

            foreach (var found in Find(context, child, keyword == "allOf"))
            {
                yield return found;
            }
        }
    }

    private static TypeKind? KindOf(BindingContext context, SchemaLocation location)
    {
        var node = location.Node;
        if (EnumerationTexts.Of(node) is not null)
        {
            return TypeKind.Enumeration;
        }

        if (node["oneOf"] is not null)
        {
            return TypeKind.Union;
        }

        if (node["pattern"] is not null && ValueBinder.IsDefinition(location))
        {
            return TypeKind.CharacterSet;
        }

        // What only passes on another schema is no type of its own.
        return
            Equals(context.Dereference(location), location)
            && ValueBinder.IsRecord(MergedSchema.Merge(context, location))
            ? TypeKind.Object
            : null;
    }
}
