using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What a document comes to: the types to generate, and what is wrong with it.</summary>
public sealed record BoundDocument(
    string LogicalPath,
    string Path,
    EquatableArray<SourceModel> Sources,
    EquatableArray<SchemaDiagnostic> Diagnostics
);

/// <summary>Binds one document: every type that it defines, whether or not another refers to it.</summary>
public static class DocumentBinder
{
    /// <summary>Binds a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="closure">The documents that it reaches, itself included.</param>
    public static BoundDocument Bind(
        SchemaDocument document,
        EquatableArray<SchemaDocument> closure
    )
    {
        if (document.Root is null || document.Diagnostics.Count > 0)
        {
            return Result(document, [], document.Diagnostics);
        }

        var context = new BindingContext(document, closure);
        if (document.IsContract)
        {
            var contract = new ContractBinder(context).Bind();
            return Result(document, [contract], context.Diagnostics);
        }

        if (!document.Root.IsObject && !document.Root.IsBoolean)
        {
            context.Report(
                document,
                Rule.WrongKeywordValue,
                document.Root.Range,
                "A schema file must hold a schema: an object, true or false"
            );
            return Result(document, [], context.Diagnostics);
        }

        // A type is printed even where its schema has a mistake, which fails the build by itself: without the type, the
        // compiler would add what follows from its absence.
        KeywordChecker.Check(context);
        var parts = new BinderParts(context);
        var types = BindTypes(parts);
        var rules = parts.Rules.Build(parts.Assertions, parts.Advice);
        SchemaLint.Check(context, parts.Shapes);
        return Result(document, [.. types, rules], context.Diagnostics);
    }

    private static List<TypeModel> BindTypes(BinderParts parts)
    {
        var context = parts.Context;
        foreach (var collision in context.NamesOf(context.Document).Collisions)
        {
            context.Report(
                collision,
                Rule.NameCollision,
                collision.Node["x-name"]!.Range,
                collision.Node["x-name"]!.Text
            );
        }

        var binder = new TypeBinder(parts);
        var types = new List<TypeModel>();
        foreach (var location in context.Document.OrderedSchemas)
        {
            types.AddRange(TypesAt(parts, binder, location));
        }

        while (parts.NextMerged() is { } merged)
        {
            types.Add(binder.Bind(merged.Name, merged.Kind, merged.Locations));
        }

        return types;
    }

    private static List<TypeModel> TypesAt(
        BinderParts parts,
        TypeBinder binder,
        SchemaLocation location
    )
    {
        var context = parts.Context;
        var isRoot = location.Pointer.Length == 0;
        if (!location.Node.IsObject)
        {
            return isRoot
                ? [binder.Bind(context.NameOf(location), ValueKind.Json, [location])]
                : [];
        }

        if (location.Position == SchemaPosition.Condition)
        {
            return [];
        }

        var types = new List<TypeModel>();
        var kind = parts.Shapes.KindOf(context.View(location));
        if (
            EnumerationTexts.Of(location.Node) is not null
            && context.Value(location, EnumerationTexts.Keyword(location.Node)) is not null
        )
        {
            // Whatever else is said of the value, what enumerates texts is an enumeration.
            types.Add(binder.BindEnumeration(location));
        }

        if (location.Position == SchemaPosition.Part)
        {
            return types;
        }

        if (
            TextBinder.IsDefinition(location)
            && context.Value(location, "pattern") is not null
            && binder.BindCharacterSet(location) is { } set
        )
        {
            types.Add(set);
        }

        // What only passes on another schema is no type of its own, but that every file has one.
        if (isRoot && types.Count > 0)
        {
            // An enumeration is a part of values; what reads and checks a whole text is a type around it.
            types.Add(binder.BindAround(location));
            return types;
        }

        if (
            ShapeChooser.IsNamed(kind) && context.Dereference(location) == location
            || isRoot && types.Count == 0 && !IsLibrary(location)
        )
        {
            types.Add(
                binder.Bind(
                    context.NameOf(location),
                    context.Dereference(location) == location ? kind : ValueKind.Json,
                    [location]
                )
            );
        }

        return types;
    }

    // A file that only holds definitions for others.
    internal static bool IsLibrary(SchemaLocation root) =>
        root.Node["$defs"] is not null
        && root.Node.Members.All(m => KeywordTable.IsAnnotation(m.Name));

    private static BoundDocument Result(
        SchemaDocument document,
        IEnumerable<SourceModel?> sources,
        IEnumerable<SchemaDiagnostic> diagnostics
    ) =>
        new(
            document.File.LogicalPath,
            document.File.Path,
            sources.OfType<SourceModel>().ToEquatableArray(),
            diagnostics.Where(d => d.Severity != RuleSeverity.None).ToEquatableArray()
        );
}
