using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Patterns;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// A schema to the assertions that it makes, keyword by keyword and whatever the value's type: what holds does not
/// depend on the C# type that is chosen beside it.
/// </summary>
internal sealed class AssertionBinder(BindingContext context, RulesBuilder rules)
{
    /// <summary>Everything that a schema asserts.</summary>
    /// <param name="location">The schema.</param>
    /// <param name="isEntry">Whether evaluation may come here from another resource.</param>
    public AssertionModel Bind(SchemaLocation location, bool isEntry = false)
    {
        if (!location.Node.IsObject)
        {
            return location.Node.IsFalseValue ? AssertionModel.Never : AssertionModel.Always;
        }

        var assertions = new List<AssertionModel>();
        foreach (var keyword in KeywordTable.All)
        {
            if (Bind(location, keyword) is { IsAlways: false } assertion)
            {
                assertions.Add(assertion);
            }
        }

        return InResource(location, isEntry, Together(assertions));
    }

    /// <summary>What one keyword asserts; null for nothing.</summary>
    public AssertionModel? Bind(SchemaLocation location, Keyword keyword)
    {
        if (!keyword.IsAssertion || context.Value(location, keyword.Name) is not { } value)
        {
            return null;
        }

        return keyword.Name switch
        {
            "$ref" => Reference(location, value),
            "$dynamicRef" => DynamicReference(location, value),
            "type" => Make("Types", new TypesArgument(TypeNamesOf(SchemaView.TypesOf(value)))),
            "enum" => Make("Enum", [.. value.Items.Select(Json)]),
            "const" => Make("Enum", Json(value)),
            "minLength"
            or "maxLength"
            or "minItems"
            or "maxItems"
            or "minProperties"
            or "maxProperties" => Make(Factory(keyword), new CountArgument(Count(value))),
            "minimum" or "exclusiveMinimum" or "maximum" or "exclusiveMaximum" or "multipleOf" =>
                Make(Factory(keyword), new TextArgument(SchemaNumber.Parse(value.Text).Canonical)),
            "pattern" => Pattern(location, value.Text),
            "format" => context.AssertsFormat(location, value.Text)
                ? Make("Format", new TextArgument(value.Text))
                : null,
            "uniqueItems" => value.IsTrueValue ? Make("UniqueItems") : null,
            "required" => value.Items.Count == 0
                ? null
                : Make("Required", [.. value.Items.Select(i => i.Text).Distinct().Select(Text)]),
            "dependentRequired" => AllOf(
                value.Members.Select(m =>
                    Make(
                        "DependentRequired",
                        [Text(m.Name), .. m.Value.Items.Select(i => Text(i.Text))]
                    )
                )
            ),
            "dependentSchemas" => AllOf(
                value.Members.Select(m =>
                    Make(
                        "DependentSchema",
                        Text(m.Name),
                        Schema(location.Child(keyword.Name, m.Name))
                    )
                )
            ),
            "prefixItems" or "allOf" or "anyOf" or "oneOf" => Make(
                Factory(keyword),
                [.. Children(location, keyword.Name, value)]
            ),
            "items" or "additionalProperties" => Inside(
                location,
                keyword.Name,
                Schema(location.Child(keyword.Name))
            ),
            "contains" => Make(
                "Contains",
                Schema(location.Child("contains")),
                new CountArgument(
                    context.Value(location, "minContains") is { } min ? Count(min) : 1
                ),
                new CountArgument(
                    context.Value(location, "maxContains") is { } max ? Count(max) : null
                )
            ),
            "properties" or "patternProperties" when value.Members.Count == 0 => null,
            "properties" => Make(
                "Properties",
                [
                    .. value.Members.Select(m =>
                        Pair(Text(m.Name), Schema(location.Child("properties", m.Name)))
                    ),
                ]
            ),
            "patternProperties" => Make(
                "PatternProperties",
                [
                    .. value
                        .Members.Where(m => PatternOf(m.Name) is not null)
                        .Select(m =>
                            Pair(
                                PatternOf(m.Name)!,
                                Schema(location.Child("patternProperties", m.Name))
                            )
                        ),
                ]
            ),
            "propertyNames" or "not" or "unevaluatedProperties" or "unevaluatedItems" => Make(
                Factory(keyword),
                Schema(location.Child(keyword.Name))
            ),
            "if" => Make(
                "If",
                Schema(location.Child("if")),
                Branch(location, "then"),
                Branch(location, "else")
            ),
            // Checked by typed code alone: it speaks of a record's members.
            "x-total" => null,
            _ => throw new InvalidOperationException(
                $"The keyword {keyword.Name} asserts nothing."
            ),
        };
    }

    /// <summary>What is asserted of the items or members that the keywords beside <c>items</c> or <c>additionalProperties</c> don't describe.</summary>
    public AssertionModel Inside(
        SchemaLocation location,
        string keyword,
        AssertionArgument schema
    ) =>
        keyword == "items"
            ? Make(
                "Items",
                new CountArgument(context.Value(location, "prefixItems")?.Items.Count ?? 0),
                schema
            )
            : Make(
                "AdditionalProperties",
                Array(
                    "string",
                    context.Value(location, "properties")?.Members.Select(m => Text(m.Name))
                ),
                Array(
                    "pattern",
                    context
                        .Value(location, "patternProperties")
                        ?.Members.Select(m => PatternOf(m.Name))
                        .OfType<ArgumentModel>()
                ),
                schema
            );

    /// <summary>Assertions of one schema, the unevaluated ones last.</summary>
    public static AssertionModel Together(IReadOnlyList<AssertionModel> assertions) =>
        assertions.Count switch
        {
            0 => AssertionModel.Always,
            1 when !assertions[0].Factory.StartsWith("Unevaluated", StringComparison.Ordinal) =>
                assertions[0],
            _ => Make("Schema", [.. assertions.Select(a => new AssertionArgument(a))]),
        };

    public static AssertionModel Make(string factory, params ArgumentModel[] arguments) =>
        new(factory, arguments.ToEquatableArray());

    // What a $dynamicRef means depends on the resources that were entered on the way to it.
    private AssertionModel InResource(
        SchemaLocation location,
        bool isEntry,
        AssertionModel assertion
    )
    {
        var isBorder = isEntry || location.Pointer == location.Resource.Pointer;
        var anchors = isBorder
            ? location
                .Resource.DynamicAnchors.Where(a => context.DynamicAnchors.Contains(a.Key))
                .OrderBy(a => a.Key, StringComparer.Ordinal)
                .ToList()
            : [];
        return anchors.Count == 0
            ? assertion
            : Make(
                "Resource",
                Array(
                    "(string, global::System.Func<global::Doku.Contracts.Runtime.Assertions.Assertion>)",
                    anchors.Select(a => Pair(Text(a.Key), new NodeArgument(rules.NodeOf(a.Value))))
                ),
                new AssertionArgument(assertion)
            );
    }

    private AssertionModel? Reference(SchemaLocation location, SchemaNode reference) =>
        context.Resolve(location, reference.Text) is { } target
            ? Make("Reference", new NodeArgument(rules.NodeOf(target)))
            : null;

    private AssertionModel? DynamicReference(SchemaLocation location, SchemaNode reference)
    {
        if (context.Resolve(location, reference.Text) is not { } target)
        {
            return null;
        }

        var node = new NodeArgument(rules.NodeOf(target));
        var anchor = SchemaUri.Split(reference.Text).Fragment;
        return
            anchor is not null
            && target.Node.TextOf("$dynamicAnchor") == anchor
            && context.DynamicAnchors.Contains(anchor)
            ? Make("DynamicReference", Text(anchor), node)
            : Make("Reference", node);
    }

    private IEnumerable<ArgumentModel> Children(
        SchemaLocation location,
        string keyword,
        SchemaNode list
    ) => Listed(location, keyword, list).Select(Schema);

    /// <summary>The schemas that a keyword lists.</summary>
    public static IEnumerable<SchemaLocation> Listed(
        SchemaLocation location,
        string keyword,
        SchemaNode list
    ) =>
        Enumerable
            .Range(0, list.Items.Count)
            .Select(i =>
                location.Child(
                    keyword,
                    i.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
            );

    private AssertionArgument Branch(SchemaLocation location, string keyword) =>
        context.Value(location, keyword) is null
            ? new AssertionArgument((AssertionModel?)null)
            : Schema(location.Child(keyword));

    private AssertionArgument Schema(SchemaLocation location) => new(Bind(location));

    /// <summary>A pattern as an argument; null for one that can't be used.</summary>
    public PatternArgument? PatternOf(string source) =>
        PatternReader.Read(source, null, out _) is null
            ? null
            : rules.Pattern(new RegexPattern(source, IsAnchored: false));

    // A set of characters can say which of a text's characters isn't allowed.
    private AssertionModel? Pattern(SchemaLocation location, string source) =>
        TextBinder.ReadPattern(context, location) is CharacterPattern set
        && UnpairedIn(set) is { } allowsUnpaired
            ? Make(allowsUnpaired ? "CharactersOrUnpaired" : "Characters", rules.Pattern(set))
        : PatternOf(source) is { } pattern ? Make("Pattern", pattern)
        : null;

    // Whether unpaired surrogates are among the characters: all, none, or, which is null, some.
    private static bool? UnpairedIn(CharacterPattern set)
    {
        const int First = 0xD800;
        const int Last = 0xDFFF;
        return set.Ranges.Any(r => r.First <= First && r.Last >= Last) ? true
            : set.Ranges.All(r => r.Last < First || r.First > Last) ? false
            : null;
    }

    /// <summary>Assertions that all hold.</summary>
    public static AssertionModel AllOf(IEnumerable<AssertionModel> assertions)
    {
        var all = assertions.Where(a => !a.IsAlways).ToList();
        return all.Count switch
        {
            0 => AssertionModel.Always,
            1 => all[0],
            _ => Make("AllOf", [.. all.Select(a => new AssertionArgument(a))]),
        };
    }

    private static string Factory(Keyword keyword) =>
        char.ToUpperInvariant(keyword.Name[0]) + keyword.Name.Substring(1);

    // No text or array is longer than an int can say, so a limit beyond is as good as the greatest.
    private static int Count(SchemaNode node) =>
        node.AsNumber() is { } count && count <= int.MaxValue ? (int)count : int.MaxValue;

    private static EquatableArray<string> TypeNamesOf(JsonTypes types) =>
        new[]
        {
            (JsonTypes.Null, "Null"),
            (JsonTypes.Boolean, "Boolean"),
            (JsonTypes.Object, "Object"),
            (JsonTypes.Array, "Array"),
            (JsonTypes.Number, "Number"),
            (JsonTypes.Integer, "Integer"),
            (JsonTypes.String, "String"),
        }
            .Where(t => (types & t.Item1) == t.Item1)
            .Where(t => t.Item1 != JsonTypes.Integer || (types & JsonTypes.Fraction) == 0)
            .Select(t => t.Item2)
            .ToEquatableArray();

    private static TextArgument Text(string text) => new(text);

    private static TextArgument Json(SchemaNode node) => new(JsonText.Of(node));

    private static PairArgument Pair(ArgumentModel first, ArgumentModel second) =>
        new(first, second);

    private static ArrayArgument Array(string type, IEnumerable<ArgumentModel>? items) =>
        new(type, (items ?? []).ToEquatableArray());
}
