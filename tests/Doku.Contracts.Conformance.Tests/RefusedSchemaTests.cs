using Doku.Contracts.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Conformance.Tests;

/// <summary>
/// What can't be judged as JSON Schema judges it is refused with a reason, for a validator that is nearly right is worse
/// than none. A value that its own schema forbids is only warned of: the verdict is right.
/// </summary>
public sealed class RefusedSchemaTests
{
    // Patterns that can't be matched in linear time, or that ECMA-262 doesn't know.
    [Theory]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(a)\\1$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^\\Aa\\z$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(?:\\p{Script=Greek})+$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(?:a(?=b))+$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(?:ab){1000}$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(?:[]a])+$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"object","patternProperties":{"^(?=a)":true}}}""")]
    // Keywords that no vocabulary of the schema knows: they could mean a rule.
    [InlineData("DOKU0003", """{"a":{"type":"string","maxlength":5}}""")]
    [InlineData("DOKU0003", """{"a":{"type":"string","x-limit":5}}""")]
    [InlineData("DOKU0003", """{"a":{"anyOf":[{"type":"string","longest":5},{"type":"null"}]}}""")]
    // Keywords of older drafts.
    [InlineData("DOKU0019", """{"a":{"type":"array","additionalItems":false}}""")]
    [InlineData("DOKU0019", """{"a":{"type":"object","dependencies":{"x":["y"]}}}""")]
    [InlineData("DOKU0019", """{"a":{"$recursiveRef":"#"}}""")]
    // Values of keywords that JSON Schema doesn't allow.
    [InlineData("DOKU0004", """{"a":{"type":"string","maxLength":-1}}""")]
    [InlineData("DOKU0004", """{"a":{"type":"array","items":[{"type":"string"}]}}""")]
    // Formats that no check is known of, and references without a schema to judge by.
    [InlineData("DOKU0014", """{"a":{"type":"string","format":"colour"}}""")]
    [InlineData("DOKU0005", """{"a":{"$ref":"#/$defs/none"}}""")]
    [InlineData("DOKU0006", """{"a":{"$ref":"#/properties/b"},"b":{"$ref":"#/properties/a"}}""")]
    [InlineData("DOKU0006", """{"a":{"allOf":[{"$ref":"#/properties/a"}]}}""")]
    public void Refuses_a_schema_that_cannot_be_judged(string rule, string properties) =>
        AssertFound(rule, DiagnosticSeverity.Error, properties);

    [Theory]
    [InlineData("DOKU0033", """{"a":{"type":"string","const":5}}""")]
    [InlineData("DOKU0033", """{"a":{"type":"boolean","const":"x"}}""")]
    [InlineData("DOKU0033", """{"a":{"type":"boolean","const":true,"allOf":[{"const":false}]}}""")]
    [InlineData("DOKU0033", """{"a":{"type":"string","const":"abc","maxLength":2}}""")]
    public void Warns_of_a_value_that_its_own_schema_forbids(string rule, string properties) =>
        AssertFound(rule, DiagnosticSeverity.Warning, properties);

    private static void AssertFound(string rule, DiagnosticSeverity severity, string properties)
    {
        var run = GeneratorRun.Of(
            new SchemaText(
                "sample.schema.json",
                $$"""{"type":"object","properties":{{properties}} }"""
            )
        );

        Assert.Contains((rule, severity), run.Diagnostics.Select(d => (d.Id, d.Severity)));
    }
}
