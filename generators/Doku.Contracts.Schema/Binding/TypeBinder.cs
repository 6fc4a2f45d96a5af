using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Schemas to the types that are generated from them.</summary>
internal sealed class TypeBinder(BinderParts parts)
{
    private readonly BindingContext _context = parts.Context;

    public TypeModel Bind(TypeName name, ValueKind kind, IReadOnlyList<SchemaLocation> locations) =>
        BindPlain(name, kind, locations) with
        {
            Advice = parts.AdviceFor(name, locations),
        };

    private TypeModel BindPlain(
        TypeName name,
        ValueKind kind,
        IReadOnlyList<SchemaLocation> locations
    ) =>
        kind switch
        {
            ValueKind.Record => new RecordBinder(parts).Bind(name, locations),
            ValueKind.Tuple => new TupleBinder(parts).Bind(name, locations),
            ValueKind.Union => BindUnion(name, locations),
            ValueKind.Choice => BindChoice(name, locations),
            _ => BindAlias(name, locations),
        };

    public EnumerationModel BindEnumeration(SchemaLocation location)
    {
        var name = _context.NameOf(location);
        var scope = new NameScope([
            .. ReservedNames.EnumerationMembers,
            .. location.Node["x-progress"] is null ? [] : ReservedNames.ProgressMembers,
            name.Name,
        ]);
        var members = EnumerationTexts
            .Of(location.Node)!
            .GroupBy(t => t.Text.Text, StringComparer.Ordinal)
            .Select(group => new EnumerationMember(
                scope.Take(
                    group.First().Schema?.TextOf("x-name") is { } given
                    && CSharpNames.IsIdentifier(given)
                        ? given
                        : CSharpNames.Pascal(group.Key),
                    "Value"
                ),
                group.Key,
                group.First().Schema?.TextOf("description") ?? group.First().Schema?.TextOf("title")
            ))
            .ToList();
        return new EnumerationModel(
            name,
            DocumentationReader.Read(_context.View(location)),
            RecordBinder.Source([location]),
            members.ToEquatableArray(),
            BindProgress(location, members)
        );
    }

    private ProgressModel? BindProgress(SchemaLocation location, List<EnumerationMember> members)
    {
        if (_context.Value(location, "x-progress") is not { } progress)
        {
            return null;
        }

        string? NameOf(SchemaNode text)
        {
            if (members.Find(m => m.Text == text.Text) is { } member)
            {
                return member.Name;
            }

            _context.Report(
                location,
                Rule.WrongKeywordValue,
                text.Range,
                $"'{text.Text}' is not among the values of the enumeration"
            );
            return null;
        }

        var final = progress["final"]!.Items.Select(NameOf).OfType<string>().ToEquatableArray();
        return NameOf(progress["initial"]!) is { } initial && NameOf(progress["paid"]!) is { } paid
            ? new ProgressModel(initial, final, paid)
            : null;
    }

    /// <summary>A type around the enumeration that a file is.</summary>
    public AliasModel BindAround(SchemaLocation location) =>
        BindAlias(
            _context.NamesOf(location.Document).Take(_context.NameOf(location).Name + "Text"),
            [location]
        ) with
        {
            Advice = parts.AdviceFor(_context.NameOf(location), [location]),
        };

    public CharacterSetModel? BindCharacterSet(SchemaLocation location) =>
        TextBinder.ReadPattern(_context, location) is CharacterPattern set
            ? new CharacterSetModel(
                _context.NameOf(location),
                DocumentationReader.Read(_context.View(location)),
                RecordBinder.Source([location]),
                set
            )
            : null;

    private UnionModel BindUnion(TypeName name, IReadOnlyList<SchemaLocation> locations)
    {
        var view = _context.View(locations);
        var union = UnionFinder.Find(_context, parts.Shapes, view)!;
        var coverage = new Coverage(_context, view);
        coverage.Cover(union.Part, union.Keyword);
        var cases = new NameScope([.. ReservedNames.RecordMembers, name.Name, "Match"]);
        var parameters = new NameScope(ReservedNames.Locals);
        return new UnionModel(
            name,
            DocumentationReader.Read(view),
            RecordBinder.Source(locations),
            union.Discriminator,
            union
                .Branches.Select(b => new UnionBranch(
                    cases.Take(_context.NameOf(b.Branch).Name + "Case"),
                    parameters.Take(CSharpNames.Camel(_context.NameOf(b.Branch).Name)),
                    _context.NameOf(b.Branch),
                    b.Texts.ToEquatableArray()
                ))
                .ToEquatableArray(),
            parts.RulesFor(name, locations, coverage.LeftOver(parts.Assertions, JsonTypes.Object))
        );
    }

    private ChoiceModel BindChoice(TypeName name, IReadOnlyList<SchemaLocation> locations)
    {
        var view = _context.View(locations);
        var names = new NameScope([.. ReservedNames.RecordMembers, name.Name]);
        var branches = parts
            .Shapes.Branches(ShapeChooser.BranchesOf(view)!.Value)
            .Where(b =>
                ShapeChooser.IsGenerated(b)
                && ShapeChooser.IsNamed(parts.Shapes.KindOf(_context.View(b)))
            )
            .Select(_context.NameOf)
            .Where(type => type != name)
            .Distinct()
            .Select(type => new ChoiceBranch(names.Take(type.Name), type))
            .ToEquatableArray();
        return new ChoiceModel(
            name,
            DocumentationReader.Read(view),
            RecordBinder.Source(locations),
            branches,
            parts.RulesFor(name, locations, Whole(locations))
        );
    }

    private AliasModel BindAlias(TypeName name, IReadOnlyList<SchemaLocation> locations)
    {
        var scope = new TypeScope(name);
        var bound = new ValueBinder(parts, scope).Bind(locations, "Value", isRoot: true);
        var view = _context.View(locations);
        return new AliasModel(
            name,
            DocumentationReader.Read(view),
            RecordBinder.Source(locations),
            new PropertyModel(
                "",
                "Value",
                "content",
                bound.Value,
                IsRequired: true,
                IsAlwaysWritten: true,
                view.IsTrue("x-sensitive"),
                DocumentationReader.Read(view),
                AdviceReader.Read(_context, view)
            ),
            parts.RulesFor(name, locations, bound.LeftOver.IsAlways ? [] : [bound.LeftOver]),
            scope.Patterns.All
        );
    }

    private List<AssertionModel> Whole(IReadOnlyList<SchemaLocation> locations) =>
        [.. locations.Select(l => parts.Assertions.Bind(l)).Where(a => !a.IsAlways)];
}
