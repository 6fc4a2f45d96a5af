using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Keywords;

/// <summary>One keyword of a schema: everything that is known of it, in one place.</summary>
/// <param name="Name">The keyword.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Vocabulary">The vocabulary that defines it.</param>
/// <param name="Types">The JSON types whose values it can make invalid.</param>
/// <param name="Subschemas">Which schemas its value holds.</param>
/// <param name="Fault">What is wrong with a value of the keyword; null when nothing is.</param>
/// <param name="IsInPlace">Whether the schemas in its value apply to the same JSON value as the schema around them.</param>
/// <param name="IsShape">Whether a C# type is made of the schemas in its value; under a condition none is.</param>
internal sealed record Keyword(
    string Name,
    KeywordRole Role,
    Vocabulary Vocabulary,
    JsonTypes Types,
    Subschemas Subschemas,
    Func<SchemaNode, string?> Fault,
    bool IsInPlace = false,
    bool IsShape = false
)
{
    /// <summary>Whether an <c>x-advice</c> in the schemas of its value is never given.</summary>
    public bool IsMute =>
        Vocabulary == Vocabulary.Unevaluated
        || Name is "not" or "if" or "contains" or "propertyNames" or "contentSchema" or "x-advice";

    public bool IsAssertion => Role == KeywordRole.Assertion;
}
