namespace Doku.Contracts.Schema.Keywords;

/// <summary>What a keyword is for.</summary>
internal enum KeywordRole
{
    /// <summary>Names, places and references.</summary>
    Core,

    /// <summary>Allows and forbids values.</summary>
    Assertion,

    /// <summary>Says something beside another keyword, which asserts it: <c>then</c>, <c>minContains</c>.</summary>
    Companion,

    /// <summary>Speaks to people and tools; allows and forbids nothing.</summary>
    Annotation,
}

/// <summary>Which schemas a keyword's value holds.</summary>
internal enum Subschemas
{
    None,
    One,
    List,
    Map,
}

/// <summary>The vocabularies of JSON Schema 2020-12, and this project's own.</summary>
internal enum Vocabulary
{
    Core,
    Applicator,
    Unevaluated,
    Validation,
    Metadata,
    Format,
    Content,
    Contracts,
}
