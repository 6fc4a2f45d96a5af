using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Keywords;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Which vocabularies a schema's <c>$schema</c> brings along.</summary>
internal sealed class Dialect
{
    public const string Default = MetaSchemas.Dialect;

    private const string VocabularyRoot = "https://json-schema.org/draft/2020-12/vocab/";

    private static readonly Dictionary<string, Vocabulary> Vocabularies = new(
        StringComparer.Ordinal
    )
    {
        ["core"] = Vocabulary.Core,
        ["applicator"] = Vocabulary.Applicator,
        ["unevaluated"] = Vocabulary.Unevaluated,
        ["validation"] = Vocabulary.Validation,
        ["meta-data"] = Vocabulary.Metadata,
        ["format-annotation"] = Vocabulary.Format,
        ["format-assertion"] = Vocabulary.Format,
        ["content"] = Vocabulary.Content,
    };

    private static readonly Dialect Whole = new(
        isKnown: true,
        [.. Vocabularies.Values, Vocabulary.Contracts]
    );

    private readonly HashSet<Vocabulary> _vocabularies;

    private Dialect(bool isKnown, IEnumerable<Vocabulary> vocabularies, bool assertsFormat = false)
    {
        IsKnown = isKnown;
        AssertsFormat = assertsFormat;
        _vocabularies = [.. vocabularies];
    }

    /// <summary>Whether the <c>$schema</c> is 2020-12 or a meta-schema among the project's files.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether the meta-schema says that <c>format</c> asserts, whatever the project says.</summary>
    public bool AssertsFormat { get; }

    /// <summary>Whether a keyword belongs to the dialect; what doesn't is an annotation.</summary>
    public bool Has(Keyword keyword) => _vocabularies.Contains(keyword.Vocabulary);

    public static Dialect Of(string name, SchemaCatalog catalog)
    {
        if (SchemaUri.Split(name).Uri == Default)
        {
            return Whole;
        }

        if (catalog.Find(SchemaUri.Split(name).Uri) is not { } metaSchema)
        {
            return new Dialect(isKnown: false, Whole._vocabularies);
        }

        return metaSchema.Node["$vocabulary"] is { IsObject: true } listed
            ? new Dialect(
                isKnown: true,
                [
                    Vocabulary.Contracts,
                    .. listed
                        .Members.Where(m =>
                            m.Name.StartsWith(VocabularyRoot, StringComparison.Ordinal)
                            && Vocabularies.ContainsKey(m.Name.Substring(VocabularyRoot.Length))
                        )
                        .Select(m => Vocabularies[m.Name.Substring(VocabularyRoot.Length)]),
                ],
                listed[VocabularyRoot + "format-assertion"] is not null
            )
            : Whole;
    }
}
