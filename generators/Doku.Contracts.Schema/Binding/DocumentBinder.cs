using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What a document comes to: the types to generate, or the reasons why there are none.</summary>
public sealed record BoundDocument(
    string LogicalPath,
    string Path,
    EquatableArray<TypeModel> Types,
    ContractModel? Contract,
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
            return Result(document, [], null, document.Diagnostics);
        }

        var context = new BindingContext(document, closure);
        if (document.IsContract)
        {
            var contract = new ContractBinder(context).Bind();
            return Result(document, [], contract, context.Diagnostics.ToEquatableArray());
        }

        var types = new List<TypeModel>();
        var root = new SchemaLocation(document, document.Root, "");
        if (!document.Root.IsObject)
        {
            context.Report(
                root,
                Rule.WrongKeywordValue,
                document.Root.Range,
                "A schema file must hold an object"
            );
        }
        else if (KeywordChecker.Check(context, root))
        {
            foreach (var location in TypeFinder.Find(context, root))
            {
                AddType(context, location, types);
            }

            SchemaLint.Check(context, root);
        }

        return Result(
            document,
            types.ToEquatableArray(),
            null,
            context.Diagnostics.ToEquatableArray()
        );
    }

    private static BoundDocument Result(
        SchemaDocument document,
        EquatableArray<TypeModel> types,
        ContractModel? contract,
        EquatableArray<SchemaDiagnostic> diagnostics
    ) => new(document.File.LogicalPath, document.File.Path, types, contract, diagnostics);

    private static void AddType(BindingContext context, TypeLocation found, List<TypeModel> types)
    {
        var location = found.Location;
        var type = BindType(context, found);
        if (type is null)
        {
            return;
        }

        if (
            types.Exists(t =>
                t.Name == type.Name && (t is CharacterSetModel) == (type is CharacterSetModel)
            )
        )
        {
            context.Report(location, Rule.NameCollision, location.Node.Range, type.Name.Name);
            return;
        }

        types.Add(type);
    }

    private static TypeModel? BindType(BindingContext context, TypeLocation found)
    {
        var location = found.Location;
        switch (found.Kind)
        {
            case TypeKind.Object:
                return new ObjectBinder(context, new ValueBinder(context)).Bind(location);
            case TypeKind.Union:
                return UnionBinder.Bind(context, location);
            case TypeKind.Enumeration:
                return BindEnumeration(context, location);
            default:
                var documentation = DocumentationReader.Read(MergedSchema.Merge(context, location));
                var pattern = new TextBinder(context).ReadPattern(
                    location,
                    location.Node["pattern"]!
                );
                return pattern is CharacterPattern set
                    ? new CharacterSetModel(TypeNaming.NameOf(location), documentation, set)
                    : null;
        }
    }

    private static EnumerationModel? BindEnumeration(
        BindingContext context,
        SchemaLocation location
    )
    {
        var members = new List<EnumerationMember>();
        foreach (var item in EnumerationTexts.Of(location.Node)!)
        {
            if (members.Exists(m => m.Text == item.Text))
            {
                // Reported where enumerations are looked at as values.
                continue;
            }

            var name = EnumerationNames.Member(item.Text);
            if (members.Exists(m => m.Name == name))
            {
                context.Report(location, Rule.NameCollision, item.Range, name);
                return null;
            }

            members.Add(new EnumerationMember(name, item.Text));
        }

        return new EnumerationModel(
            TypeNaming.NameOf(location),
            DocumentationReader.Read(MergedSchema.Merge(context, location)),
            members.ToEquatableArray()
        );
    }
}
