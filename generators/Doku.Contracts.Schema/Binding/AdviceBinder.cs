using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// What <c>x-advice</c> says of a value, as assertions about the whole of it: those of a schema's own advice, and those of
/// the schemas inside it where they apply.
/// </summary>
internal sealed class AdviceBinder(
    BindingContext context,
    AssertionBinder assertions,
    RulesBuilder rules
)
{
    private const string Advice = "x-advice";

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The advice about a value that a schema describes.</summary>
    public AssertionModel Bind(SchemaLocation location)
    {
        if (!location.Node.IsObject || !context.HasAdvice)
        {
            return AssertionModel.Always;
        }

        var parts = new List<AssertionModel>();
        if (context.Value(location, Advice) is not null)
        {
            parts.Add(assertions.Bind(location.Child(Advice)));
        }

        foreach (var keyword in KeywordTable.All.Where(k => k.IsAssertion && !k.IsMute))
        {
            if (context.Value(location, keyword.Name) is { } value)
            {
                parts.Add(Bind(location, keyword.Name, value));
            }
        }

        parts.Add(Branches(location));
        return AssertionBinder.AllOf(parts);
    }

    private AssertionModel Bind(SchemaLocation location, string keyword, SchemaNode value) =>
        keyword switch
        {
            "$ref" or "$dynamicRef" => Reference(location, value.Text),
            "allOf" => AssertionBinder.AllOf(
                AssertionBinder.Listed(location, keyword, value).Select(Bind)
            ),
            // A branch advises about the values that fit it.
            "anyOf" or "oneOf" => AssertionBinder.AllOf(
                AssertionBinder
                    .Listed(location, keyword, value)
                    .Select(b => If(b, Bind(b), AssertionModel.Always))
            ),
            "dependentSchemas" => AssertionBinder.AllOf(
                Members(location, keyword, value)
                    .Select(m => Make("DependentSchema", new TextArgument(m.Name), m.Advice))
            ),
            "properties" => Make(
                "Properties",
                [
                    .. Members(location, keyword, value)
                        .Select(m => new PairArgument(
                            new TextArgument(m.Name),
                            new AssertionArgument(m.Advice)
                        )),
                ]
            ),
            "patternProperties" => Make(
                "PatternProperties",
                [
                    .. Members(location, keyword, value)
                        .Where(m => assertions.PatternOf(m.Name) is not null)
                        .Select(m => new PairArgument(
                            assertions.PatternOf(m.Name)!,
                            new AssertionArgument(m.Advice)
                        )),
                ]
            ),
            "additionalProperties" or "items" => Rest(location, keyword),
            "prefixItems" => Prefix(
                AssertionBinder.Listed(location, keyword, value).Select(Bind).ToList()
            ),
            _ => AssertionModel.Always,
        };

    /// <summary>Whether a schema, or one that it leads to, advises anything.</summary>
    private bool IsAdvised(SchemaLocation location)
    {
        if (_known.TryGetValue(location.Key, out var known))
        {
            return known;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SchemaLocation>([location]);
        while (open.Count > 0)
        {
            var at = open.Pop();
            if (!at.Node.IsObject || !seen.Add(at.Key))
            {
                continue;
            }

            if (context.Value(at, Advice) is not null)
            {
                return _known[location.Key] = true;
            }

            foreach (var (keyword, name, _) in KeywordTable.Children(at.Node))
            {
                if (!keyword.IsMute && keyword.Role != KeywordRole.Core)
                {
                    open.Push(at.Child(keyword.Name, name));
                }
            }

            foreach (var reference in new[] { "$ref", "$dynamicRef" })
            {
                if (
                    context.Value(at, reference) is { } value
                    && context.Resolve(at, value.Text) is { } target
                )
                {
                    open.Push(target);
                }
            }
        }

        return _known[location.Key] = false;
    }

    private AssertionModel Reference(SchemaLocation location, string reference) =>
        context.Resolve(location, reference) is { } target && IsAdvised(target)
            ? AssertionBinder.Make("Reference", new NodeArgument(rules.AdviceNodeOf(target)))
            : AssertionModel.Always;

    private AssertionModel Branches(SchemaLocation location) =>
        context.Value(location, "if") is null
            ? AssertionModel.Always
            : If(location.Child("if"), Branch(location, "then"), Branch(location, "else"));

    private AssertionModel Branch(SchemaLocation location, string keyword) =>
        context.Value(location, keyword) is null
            ? AssertionModel.Always
            : Bind(location.Child(keyword));

    private AssertionModel If(
        SchemaLocation condition,
        AssertionModel then,
        AssertionModel otherwise
    ) =>
        then.IsAlways && otherwise.IsAlways
            ? AssertionModel.Always
            : AssertionBinder.Make(
                "If",
                new AssertionArgument(assertions.Bind(condition)),
                new AssertionArgument(then),
                new AssertionArgument(otherwise)
            );

    // The members or items that the keywords beside it don't describe.
    private AssertionModel Rest(SchemaLocation location, string keyword)
    {
        var advice = Bind(location.Child(keyword));
        return advice.IsAlways
            ? AssertionModel.Always
            : assertions.Inside(location, keyword, new AssertionArgument(advice));
    }

    private static AssertionModel Prefix(IReadOnlyList<AssertionModel> items) =>
        items.All(i => i.IsAlways)
            ? AssertionModel.Always
            : AssertionBinder.Make("PrefixItems", [.. items.Select(i => new AssertionArgument(i))]);

    private List<(string Name, AssertionModel Advice)> Members(
        SchemaLocation location,
        string keyword,
        SchemaNode map
    ) =>
        [
            .. map
                .Members.Select(m => (m.Name, Advice: Bind(location.Child(keyword, m.Name))))
                .Where(m => !m.Advice.IsAlways),
        ];

    private static AssertionModel Make(string factory, params ArgumentModel[] arguments) =>
        arguments.Length == 0 ? AssertionModel.Always : AssertionBinder.Make(factory, arguments);

    private static AssertionModel Make(
        string factory,
        ArgumentModel first,
        AssertionModel second
    ) => AssertionBinder.Make(factory, first, new AssertionArgument(second));
}
