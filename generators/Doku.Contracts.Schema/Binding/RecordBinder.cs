using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>An object's schemas to a record.</summary>
internal sealed class RecordBinder(BinderParts parts)
{
    // Keywords that allow members besides 'properties', or that leave it to the value which are allowed.
    private static readonly string[] Evaluating =
    [
        "patternProperties",
        "additionalProperties",
        "anyOf",
        "oneOf",
        "if",
        "dependentSchemas",
        "$dynamicRef",
        "unevaluatedItems",
    ];

    private readonly BindingContext _context = parts.Context;

    public RecordModel Bind(TypeName name, IReadOnlyList<SchemaLocation> locations)
    {
        var view = _context.View(locations);
        var coverage = new Coverage(_context, view);
        var scope = new TypeScope(name);
        var left = new List<AssertionModel>();
        var isObject = view.Types == JsonTypes.Object;
        var properties = BindProperties(view, coverage, scope, left, isObject);
        var isClosed = false;
        ValueModel? additional = null;
        foreach (var (part, value) in view.All("additionalProperties").ToList())
        {
            BindAdditional(
                part,
                value,
                properties,
                coverage,
                scope,
                left,
                ref isClosed,
                ref additional
            );
        }

        isClosed |= IsClosedByUnevaluated(view, coverage);
        // Where there are no other members, it doesn't matter what they would hold.
        additional = isClosed ? null : additional;
        var conditions = new ConditionBinder(parts, view, coverage, scope, properties, isObject);
        var bound = conditions.BindConditions();
        var dependencies = conditions.BindDependencies();
        coverage.Cover("x-total");
        var own = coverage.LeftOver(parts.Assertions, isObject ? JsonTypes.Object : JsonTypes.All);
        // What is judged on the JSON of a value in memory needs all of its members.
        if (own.Count > 0 && !isClosed)
        {
            additional ??= new JsonValue("AdditionalMembers");
        }

        left.AddRange(own);
        return new RecordModel(
            name,
            DocumentationReader.Read(view),
            Source(locations),
            properties.ToEquatableArray(),
            isClosed,
            additional,
            !isObject,
            bound,
            dependencies,
            TotalBinder.Bind(parts, view, properties),
            parts.RulesFor(name, locations, left),
            scope.Patterns.All
        )
        {
            PaymentPages = new PaymentPageBinder(_context).Bind(view, properties),
        };
    }

    public static string Source(IReadOnlyList<SchemaLocation> locations) =>
        locations[0].Document.File.LogicalPath + "#" + locations[0].Pointer;

    private List<PropertyModel> BindProperties(
        SchemaView view,
        Coverage coverage,
        TypeScope scope,
        List<AssertionModel> left,
        bool isObject
    )
    {
        var names = PropertyNames.Of(_context, view, scope.Owner.Name);
        var members = PropertyNames.Members(_context, view);
        foreach (var (jsonName, _) in members)
        {
            scope.Values.TryTake(names[jsonName]);
        }

        var locals = new NameScope(ReservedNames.Locals);
        var required = new HashSet<string>(
            view.All("required").SelectMany(r => r.Value.Items).Select(i => i.Text),
            StringComparer.Ordinal
        );
        var values = new ValueBinder(parts, scope);
        var properties = new List<PropertyModel>();
        var lifted = new List<ArgumentModel>();
        foreach (var (jsonName, schemas) in members)
        {
            var name = names[jsonName];
            var bound =
                schemas.Count == 0
                    ? new BoundValue(new JsonValue(name), AssertionModel.Always)
                    : values.Bind(schemas, name);
            var own = schemas.Count == 0 ? null : _context.View(schemas);
            properties.Add(
                new PropertyModel(
                    jsonName,
                    name,
                    locals.Take(CSharpNames.Camel(name), "Value"),
                    bound.Value,
                    isObject && required.Contains(jsonName),
                    required.Contains(jsonName) && (isObject || bound.Value is NullableValue),
                    own?.IsTrue("x-sensitive") == true,
                    own is null ? Documentation.None : DocumentationReader.Read(own),
                    own is null ? [] : AdviceReader.Read(_context, own)
                )
            );
            if (!bound.LeftOver.IsAlways)
            {
                lifted.Add(Named(jsonName, bound.LeftOver));
            }
        }

        coverage.Cover("properties");
        lifted.AddRange(Forbidden(view).Select(n => Named(n, AssertionModel.Never)));
        if (lifted.Count > 0)
        {
            left.Add(AssertionBinder.Make("Properties", [.. lifted]));
        }

        CoverRequired(view, coverage, isObject);
        return properties;
    }

    // Members that a schema names only to forbid them.
    private IEnumerable<string> Forbidden(SchemaView view) =>
        view.Properties.Where(p => _context.View(p.Schemas).IsNever).Select(p => p.Name);

    private void CoverRequired(SchemaView view, Coverage coverage, bool isObject)
    {
        var forbidden = new HashSet<string>(Forbidden(view), StringComparer.Ordinal);
        foreach (var (part, value) in view.All("required"))
        {
            if (isObject && !value.Items.Any(i => forbidden.Contains(i.Text)))
            {
                coverage.Cover(part, "required");
            }
        }
    }

    private void BindAdditional(
        SchemaLocation part,
        SchemaNode value,
        List<PropertyModel> properties,
        Coverage coverage,
        TypeScope scope,
        List<AssertionModel> left,
        ref bool isClosed,
        ref ValueModel? additional
    )
    {
        // To one part, a member that only another part declares is an additional one.
        var own = _context.Value(part, "properties");
        if (
            _context.Value(part, "patternProperties") is { Members.Count: > 0 }
            || properties.Exists(p => own?.Find(p.JsonName) is null)
        )
        {
            return;
        }

        if (value.IsFalseValue)
        {
            isClosed = true;
            coverage.Cover(part, "additionalProperties");
        }
        else if (
            additional is null
            && parts.Assertions.Bind(part.Child("additionalProperties")) is { IsAlways: false }
        )
        {
            coverage.Cover(part, "additionalProperties");
            var bound = new ValueBinder(parts, scope).Bind(
                [part.Child("additionalProperties")],
                scope.Values.Take("AdditionalMembers")
            );
            additional = bound.Value;
            if (!bound.LeftOver.IsAlways)
            {
                left.Add(
                    AssertionBinder.Make(
                        "AdditionalProperties",
                        new ArrayArgument(
                            "string",
                            own!
                                .Members.Select(m => (ArgumentModel)new TextArgument(m.Name))
                                .ToEquatableArray()
                        ),
                        new ArrayArgument("pattern", []),
                        new AssertionArgument(bound.LeftOver)
                    )
                );
            }
        }
    }

    // Where every member that any part allows stands in 'properties', the outermost part's 'unevaluatedProperties: false'
    // says of the record what 'additionalProperties: false' would.
    private static bool IsClosedByUnevaluated(SchemaView view, Coverage coverage)
    {
        if (
            view.All("unevaluatedProperties").ToList() is not [var (part, value)]
            || !value.IsFalseValue
            || part != view.Parts[0]
            || Evaluating.Any(view.Has)
        )
        {
            return false;
        }

        coverage.Cover(part, "unevaluatedProperties");
        return true;
    }

    private static PairArgument Named(string name, AssertionModel assertion) =>
        new(new TextArgument(name), new AssertionArgument(assertion));
}
