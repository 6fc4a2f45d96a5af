using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

internal enum TypeKind
{
    Object,
    Enumeration,
    CharacterSet,
}

internal sealed record TypeLocation(TypeKind Kind, SchemaLocation Location);

/// <summary>Finds the schemas of a document that become types of their own.</summary>
internal static class TypeFinder
{
    public static IEnumerable<TypeLocation> Find(BindingContext context, SchemaLocation location)
    {
        if (KindOf(context, location) is { } kind)
        {
            yield return new TypeLocation(kind, location);
        }

        foreach (var child in KeywordChecker.Children(location).Where(c => !IsPartOfItsParent(c)))
        {
            foreach (var found in Find(context, child))
            {
                yield return found;
            }
        }
    }

    private static TypeKind? KindOf(BindingContext context, SchemaLocation location)
    {
        var node = location.Node;
        if (node["enum"] is not null)
        {
            return TypeKind.Enumeration;
        }

        if (
            node["pattern"] is not null
            && location.Pointer.StartsWith("/$defs/", StringComparison.Ordinal)
            && location.Pointer.Split('/').Length == 3
        )
        {
            return TypeKind.CharacterSet;
        }

        return IsObject(context, location) ? TypeKind.Object : null;
    }

    private static bool IsObject(BindingContext context, SchemaLocation location)
    {
        // What only passes on another schema is no type of its own.
        if (!Equals(context.Dereference(location), location))
        {
            return false;
        }

        var types = MergedSchema.Merge(context, location).Types;
        return types is ["object"];
    }

    // Schemas under 'if', 'then' and 'else' ask and demand; the parts of an 'allOf' are merged into the type around them.
    private static bool IsPartOfItsParent(SchemaLocation location)
    {
        var tokens = location.Pointer.Split('/');
        var last = tokens[tokens.Length - 1];
        return (
                last is "if" or "then" or "else"
                && (tokens.Length < 2 || tokens[tokens.Length - 2] is not ("properties" or "$defs"))
            ) || (tokens.Length >= 2 && tokens[tokens.Length - 2] == "allOf");
    }
}
