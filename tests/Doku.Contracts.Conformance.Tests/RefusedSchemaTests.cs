using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Conformance.Tests;

/// <summary>
/// Schemas that JSON Schema allows and whose verdict no generated record could give: they must be refused with a
/// reason, for a validator that is nearly right is worse than none.
/// </summary>
public sealed class RefusedSchemaTests
{
    [Theory]
    [InlineData(
        "DOKU0008",
        """{"a":{"oneOf":[{"type":"object","required":["k"],"properties":{"k":{"type":"string","const":"x"}}},{"type":"object","required":["k"],"properties":{"k":{"type":"string","const":"y"}}}],"type":["object","null"]}}"""
    )]
    [InlineData(
        "DOKU0008",
        """{"a":{"type":["array","string"],"items":{"type":"string","maxLength":5}}}"""
    )]
    [InlineData(
        "DOKU0008",
        """{"a":{"type":["array","string"],"items":{"type":"string"},"maxLength":5}}"""
    )]
    [InlineData(
        "DOKU0008",
        """{"a":{"type":["array","string"],"items":{"type":"string"},"minItems":2}}"""
    )]
    [InlineData(
        "DOKU0008",
        """{"a":{"type":["integer","string"],"pattern":"^[0-9]+$","enum":[1,2]}}"""
    )]
    [InlineData(
        "DOKU0008",
        """{"a":{"type":["integer","string"],"pattern":"^[0-9]+$","const":1}}"""
    )]
    [InlineData(
        "DOKU0008",
        """{"a":{"type":["integer","string"],"pattern":"^[0-9]+$","format":"ipv4"}}"""
    )]
    [InlineData(
        "DOKU0008",
        """{"a":{"type":"object","properties":{"x":{"type":"string"}},"allOf":[{"additionalProperties":false,"properties":{"y":{"type":"string"}}}]}}"""
    )]
    [InlineData("DOKU0033", """{"a":{"type":"string","const":5}}""")]
    [InlineData("DOKU0033", """{"a":{"type":"boolean","const":"x"}}""")]
    [InlineData("DOKU0033", """{"a":{"type":"boolean","const":true,"allOf":[{"const":false}]}}""")]
    [InlineData("DOKU0033", """{"a":{"type":"string","const":"abc","maxLength":2}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(a)\\1$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^\\Aa\\z$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(?:\\p{Script=Greek})+$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(?:a(?=b))+$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(?:ab){1000}$"}}""")]
    [InlineData("DOKU0011", """{"a":{"type":"string","pattern":"^(?:[]a])+$"}}""")]
    public void Refuses_a_member_that_no_record_can_judge(string rule, string properties) =>
        AssertRefused(rule, $$"""{"type":"object","properties":{{properties}} }""");

    [Theory]
    [InlineData(
        """ "if":{"properties":{"n":{"type":"integer"}},"required":["n"]},"then":{"required":["t"]} """
    )]
    [InlineData(""" "if":{"required":["t"]},"then":{"properties":{"n":{"type":"integer"}}} """)]
    [InlineData(""" "if":{"required":["z"]},"then":{"required":["t"]} """)]
    [InlineData(""" "if":{"required":["t"]},"then":{"required":["z"]} """)]
    [InlineData(
        """ "if":{"properties":{"n":{"enum":["x"]}},"required":["n"]},"then":{"required":["t"]} """
    )]
    [InlineData(
        """ "if":{"properties":{"l":{"items":{"maxLength":2}}}},"then":{"required":["t"]} """
    )]
    [InlineData(""" "dependentRequired":{"z":["t"]} """)]
    [InlineData(""" "dependentRequired":{"t":["z"]} """)]
    public void Refuses_a_condition_that_no_record_can_judge(string rules) =>
        AssertRefused(
            "DOKU0016",
            $$"""
            {"type":"object","properties":{"n":{"type":"number"},"t":{"type":"string"},"z":{"type":["string","null"]},
             "l":{"type":"array","items":{"type":["string","null"]} } },{{rules}} }
            """
        );

    [Theory]
    [InlineData(
        """ "if":{"type":"object","properties":{"n":{"type":["number","string"],"minimum":1}},"required":["n"]},"then":{"type":"object","required":["t"]} """
    )]
    public void Takes_a_condition_whose_types_only_repeat_what_is_said(string rules)
    {
        var run = GeneratorRun.Of(
            new SchemaText(
                "sample.schema.json",
                $$"""{"type":"object","properties":{"n":{"type":"integer"},"t":{"type":"string"} },{{rules}} }"""
            )
        );

        Assert.Empty(run.Diagnostics);
    }

    private static void AssertRefused(string rule, string schema)
    {
        var run = GeneratorRun.Of(new SchemaText("sample.schema.json", schema));

        Assert.Contains(rule, run.Diagnostics.Select(d => d.Id));
    }
}
