using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Keywords;

/// <summary>
/// The keywords of JSON Schema 2020-12 and of contracts. What isn't here isn't a keyword: a schema that uses it fails
/// unless its project lists it as an annotation.
/// </summary>
internal static class KeywordTable
{
    private static readonly Keyword[] Rows =
    [
        Core("$schema", KeywordForms.Text),
        Core("$id", KeywordForms.Text),
        Core("$anchor", KeywordForms.Anchor),
        Core("$dynamicAnchor", KeywordForms.Anchor),
        Core("$vocabulary", KeywordForms.Anything),
        Core("$comment", KeywordForms.Text),
        Core("$defs", KeywordForms.SchemasByName, Subschemas.Map),
        Assertion("$ref", Vocabulary.Core, JsonTypes.All, KeywordForms.Text),
        Assertion("$dynamicRef", Vocabulary.Core, JsonTypes.All, KeywordForms.Text),
        Assertion("type", Vocabulary.Validation, JsonTypes.All, KeywordForms.Types),
        Assertion("enum", Vocabulary.Validation, JsonTypes.All, KeywordForms.Array),
        Assertion("const", Vocabulary.Validation, JsonTypes.All, KeywordForms.Anything),
        Assertion("minLength", Vocabulary.Validation, JsonTypes.String, KeywordForms.Count),
        Assertion("maxLength", Vocabulary.Validation, JsonTypes.String, KeywordForms.Count),
        Assertion("pattern", Vocabulary.Validation, JsonTypes.String, KeywordForms.Text),
        Assertion("format", Vocabulary.Format, JsonTypes.String, KeywordForms.Text),
        Assertion("minimum", Vocabulary.Validation, JsonTypes.Number, KeywordForms.Number),
        Assertion("exclusiveMinimum", Vocabulary.Validation, JsonTypes.Number, KeywordForms.Number),
        Assertion("maximum", Vocabulary.Validation, JsonTypes.Number, KeywordForms.Number),
        Assertion("exclusiveMaximum", Vocabulary.Validation, JsonTypes.Number, KeywordForms.Number),
        Assertion("multipleOf", Vocabulary.Validation, JsonTypes.Number, KeywordForms.Divisor),
        Assertion("minItems", Vocabulary.Validation, JsonTypes.Array, KeywordForms.Count),
        Assertion("maxItems", Vocabulary.Validation, JsonTypes.Array, KeywordForms.Count),
        Assertion("uniqueItems", Vocabulary.Validation, JsonTypes.Array, KeywordForms.Boolean),
        Applicator("prefixItems", JsonTypes.Array, Subschemas.List, isShape: true),
        Applicator("items", JsonTypes.Array, Subschemas.One, isShape: true),
        Applicator("contains", JsonTypes.Array, Subschemas.One),
        Companion("minContains", Vocabulary.Validation, KeywordForms.Count),
        Companion("maxContains", Vocabulary.Validation, KeywordForms.Count),
        Assertion("required", Vocabulary.Validation, JsonTypes.Object, KeywordForms.Names),
        Assertion("minProperties", Vocabulary.Validation, JsonTypes.Object, KeywordForms.Count),
        Assertion("maxProperties", Vocabulary.Validation, JsonTypes.Object, KeywordForms.Count),
        Assertion(
            "dependentRequired",
            Vocabulary.Validation,
            JsonTypes.Object,
            KeywordForms.NamesByName
        ),
        Applicator("properties", JsonTypes.Object, Subschemas.Map, isShape: true),
        Applicator("patternProperties", JsonTypes.Object, Subschemas.Map, isShape: true),
        Applicator("additionalProperties", JsonTypes.Object, Subschemas.One, isShape: true),
        Applicator("propertyNames", JsonTypes.Object, Subschemas.One),
        Applicator("dependentSchemas", JsonTypes.Object, Subschemas.Map, isInPlace: true),
        Applicator("allOf", JsonTypes.All, Subschemas.List, isInPlace: true),
        Applicator("anyOf", JsonTypes.All, Subschemas.List, isInPlace: true, isShape: true),
        Applicator("oneOf", JsonTypes.All, Subschemas.List, isInPlace: true, isShape: true),
        Applicator("not", JsonTypes.All, Subschemas.One, isInPlace: true),
        Applicator("if", JsonTypes.All, Subschemas.One, isInPlace: true),
        Companion("then", Vocabulary.Applicator, KeywordForms.Schema, Subschemas.One),
        Companion("else", Vocabulary.Applicator, KeywordForms.Schema, Subschemas.One),
        // Last, since they depend on what the others have evaluated.
        Unevaluated("unevaluatedProperties", JsonTypes.Object),
        Unevaluated("unevaluatedItems", JsonTypes.Array),
        Annotation("title", KeywordForms.Text),
        Annotation("description", KeywordForms.Text),
        Annotation("default", KeywordForms.Anything),
        Annotation("examples", KeywordForms.Array),
        Annotation("deprecated", KeywordForms.Boolean),
        Annotation("readOnly", KeywordForms.Boolean),
        Annotation("writeOnly", KeywordForms.Boolean),
        Content("contentEncoding", KeywordForms.Text),
        Content("contentMediaType", KeywordForms.Text),
        Content("contentSchema", KeywordForms.Schema, Subschemas.One),
        Own("x-name", KeywordForms.Identifier),
        Own("x-sensitive", KeywordForms.Boolean),
        Own("x-evidence", KeywordForms.Evidence),
        Own("x-advice", KeywordForms.Advice, Subschemas.One),
        Own("x-role", KeywordForms.Role),
        Own("x-same-as", KeywordForms.Pointer),
        Own("x-progress", KeywordForms.Progress),
        // Not of JSON Schema, but it forbids values all the same.
        new(
            "x-total",
            KeywordRole.Assertion,
            Vocabulary.Contracts,
            JsonTypes.Object,
            Subschemas.None,
            KeywordForms.Total
        ),
    ];

    private static readonly Dictionary<string, Keyword> ByName = Rows.ToDictionary(
        row => row.Name,
        StringComparer.Ordinal
    );

    // Keywords of older drafts, with what 2020-12 has instead.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["definitions"] = "JSON Schema 2020-12 calls it $defs",
        ["dependencies"] = "JSON Schema 2020-12 calls it dependentRequired or dependentSchemas",
        ["additionalItems"] = "JSON Schema 2020-12 calls it items, beside prefixItems",
        ["$recursiveRef"] = "JSON Schema 2020-12 calls it $dynamicRef",
        ["$recursiveAnchor"] = "JSON Schema 2020-12 calls it $dynamicAnchor",
        ["id"] = "JSON Schema 2020-12 calls it $id",
    };

    /// <summary>Every keyword, in the order in which assertions are printed.</summary>
    public static IReadOnlyList<Keyword> All => Rows;

    public static Keyword? Find(string name) =>
        ByName.TryGetValue(name, out var keyword) ? keyword : null;

    /// <summary>What a keyword of an older draft is called now; null when it is none.</summary>
    public static string? NewName(string name) =>
        Renamed.TryGetValue(name, out var reason) ? reason : null;

    /// <summary>Whether a keyword of an older draft forbids values, so that it is no annotation unless it is named as one.</summary>
    public static bool IsRenamedAssertion(string name) =>
        name is "dependencies" or "additionalItems" or "$recursiveRef";

    /// <summary>Whether a keyword allows and forbids nothing.</summary>
    public static bool IsAnnotation(string name) =>
        Find(name) is not { Role: KeywordRole.Assertion or KeywordRole.Companion };

    /// <summary>The schemas directly inside a schema, in the order of the file.</summary>
    public static IEnumerable<(Keyword Keyword, string? Name, SchemaNode Schema)> Children(
        SchemaNode schema
    )
    {
        foreach (var member in schema.Members)
        {
            if (Find(member.Name) is not { } keyword)
            {
                continue;
            }

            switch (keyword.Subschemas)
            {
                case Subschemas.One:
                    yield return (keyword, null, member.Value);
                    break;
                case Subschemas.List:
                    for (var i = 0; i < member.Value.Items.Count; i++)
                    {
                        yield return (
                            keyword,
                            i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            member.Value.Items[i]
                        );
                    }

                    break;
                case Subschemas.Map:
                    foreach (var named in member.Value.Members)
                    {
                        yield return (keyword, named.Name, named.Value);
                    }

                    break;
            }
        }
    }

    private static Keyword Core(
        string name,
        Func<SchemaNode, string?> fault,
        Subschemas subschemas = Subschemas.None
    ) =>
        new(
            name,
            KeywordRole.Core,
            Vocabulary.Core,
            JsonTypes.None,
            subschemas,
            fault,
            IsShape: subschemas != Subschemas.None
        );

    private static Keyword Assertion(
        string name,
        Vocabulary vocabulary,
        JsonTypes types,
        Func<SchemaNode, string?> fault
    ) => new(name, KeywordRole.Assertion, vocabulary, types, Subschemas.None, fault);

    private static Keyword Applicator(
        string name,
        JsonTypes types,
        Subschemas subschemas,
        bool isInPlace = false,
        bool isShape = false
    ) =>
        new(
            name,
            KeywordRole.Assertion,
            Vocabulary.Applicator,
            types,
            subschemas,
            Form(subschemas),
            isInPlace,
            isShape
        );

    private static Keyword Unevaluated(string name, JsonTypes types) =>
        new(
            name,
            KeywordRole.Assertion,
            Vocabulary.Unevaluated,
            types,
            Subschemas.One,
            KeywordForms.Schema
        );

    private static Keyword Companion(
        string name,
        Vocabulary vocabulary,
        Func<SchemaNode, string?> fault,
        Subschemas subschemas = Subschemas.None
    ) => new(name, KeywordRole.Companion, vocabulary, JsonTypes.All, subschemas, fault, true);

    private static Keyword Annotation(string name, Func<SchemaNode, string?> fault) =>
        new(
            name,
            KeywordRole.Annotation,
            Vocabulary.Metadata,
            JsonTypes.None,
            Subschemas.None,
            fault
        );

    private static Keyword Content(
        string name,
        Func<SchemaNode, string?> fault,
        Subschemas subschemas = Subschemas.None
    ) => new(name, KeywordRole.Annotation, Vocabulary.Content, JsonTypes.None, subschemas, fault);

    private static Keyword Own(
        string name,
        Func<SchemaNode, string?> fault,
        Subschemas subschemas = Subschemas.None
    ) => new(name, KeywordRole.Annotation, Vocabulary.Contracts, JsonTypes.None, subschemas, fault);

    private static Func<SchemaNode, string?> Form(Subschemas subschemas) =>
        subschemas switch
        {
            Subschemas.One => KeywordForms.Schema,
            Subschemas.List => KeywordForms.Schemas,
            _ => KeywordForms.SchemasByName,
        };
}
