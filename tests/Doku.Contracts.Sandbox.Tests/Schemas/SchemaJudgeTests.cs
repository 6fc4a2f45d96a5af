using System.Text;
using System.Text.Json;
using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Tests.Schemas;

public sealed class SchemaJudgeTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "5", ":type")]
    [InlineData("""{"type":"string"}""", "null", ":type")]
    [InlineData("""{"type":"object","required":["a"]}""", "[]", ":type")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""",
        "{}",
        "/a:required"
    )]
    [InlineData(
        """{"type":"object","properties":{"a~/b":{"minLength":2}}}""",
        """{"a~/b":"x"}""",
        "/a~0~1b:min_length"
    )]
    [InlineData("""{"maxLength":2}""", "\"abc\"", ":max_length")]
    [InlineData("""{"pattern":"^[a-z]*$"}""", "\"aB\"", ":pattern")]
    [InlineData("""{"pattern":"^[a-z]*$"}""", "\"ab\\n\"", ":pattern")]
    [InlineData("""{"format":"uri"}""", "\"no uri\"", ":format")]
    [InlineData("""{"format":"email"}""", "\"no mail\"", ":format")]
    [InlineData("""{"format":"date-time"}""", "\"2026-02-30T00:00:00Z\"", ":format")]
    [InlineData("""{"format":"date-time"}""", "\"2026-02-28T00:00:00\"", ":format")]
    [InlineData("""{"format":"doku-jakarta"}""", "\"20260230000000\"", ":format")]
    [InlineData("""{"format":"doku-jakarta"}""", "\"2026-02-28T00:00:00Z\"", ":format")]
    [InlineData("""{"format":"doku-utc"}""", "\"20261322000000\"", ":format")]
    [InlineData("""{"minimum":1}""", "0.99", ":minimum")]
    [InlineData("""{"maximum":1}""", "1e400", ":maximum")]
    [InlineData("""{"exclusiveMinimum":1}""", "1", ":minimum")]
    [InlineData("""{"exclusiveMaximum":1}""", "1", ":maximum")]
    [InlineData("""{"multipleOf":0.01}""", "0.005", ":multiple_of")]
    [InlineData("""{"type":"integer"}""", "1.5", ":type")]
    [InlineData("""{"enum":["A"]}""", "\"B\"", ":enum")]
    [InlineData("""{"minItems":1}""", "[]", ":min_items")]
    [InlineData("""{"maxItems":1}""", "[1,2]", ":max_items")]
    [InlineData("""{"uniqueItems":true}""", "[1,1]", ":unique_items")]
    [InlineData("""{"items":{"type":"string"}}""", """["a",1]""", "/1:type")]
    [InlineData("""{"additionalProperties":false}""", """{"b":1}""", "/b:unknown_member")]
    [InlineData(
        """{"allOf":[{"minLength":2},{"pattern":"^[a-z]*$"}]}""",
        "\"B\"",
        ":min_length :pattern"
    )]
    [InlineData("""{"oneOf":[{"type":"string"},{"maxLength":9}]}""", "\"x\"", ":one_of")]
    [InlineData("""{"type":["integer","string"],"pattern":"^[0-9]+$"}""", "\"x\"", ":pattern")]
    [InlineData("""{"type":["integer","string"]}""", "true", ":type")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", "/b:required")]
    [InlineData(
        """{"$ref":"#/$defs/a","$defs":{"a":{"type":"object","properties":{"x":{"$ref":"#/$defs/b"}}},"b":{"maximum":3}}}""",
        """{"x":4}""",
        "/x:maximum"
    )]
    [InlineData(
        """{"if":{"properties":{"a":{"enum":[1]}},"required":["a"]},"then":{"required":["b"]}}""",
        """{"a":1}""",
        "/b:required"
    )]
    [InlineData(
        """{"if":{"properties":{"a":{"enum":[1]}},"required":["a"]},"else":{"required":["c"]}}""",
        """{"a":2}""",
        "/c:required"
    )]
    [InlineData(
        """{"properties":{"o":{"if":{"required":["a"]},"then":{"required":["b"]}}}}""",
        """{"o":{"a":1}}""",
        "/o/b:required"
    )]
    public void Reports_each_broken_rule_at_its_place(string schema, string body, string expected)
    {
        Assert.Equal(expected, Judge(schema, body));
    }

    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0")]
    [InlineData("""{"type":"integer"}""", "1e3")]
    [InlineData("""{"type":"integer","maximum":1}""", "-123456789012345678901234567890")]
    [InlineData("""{"type":["array","string"],"items":{"type":"string"}}""", "\"one\"")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", """{"unknown":1}""")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]}}""", "{}")]
    [InlineData("""{"required":["a"]}""", "5")]
    [InlineData("""{"format":"date-time"}""", "\"2026-02-28t00:00:00.123456789+07:00\"")]
    [InlineData("""{"format":"doku-jakarta"}""", "\"20260228235959\"")]
    [InlineData("""{"format":"doku-utc"}""", "\"2026-02-28T00:00:00Z\"")]
    [InlineData("""{"properties":{"A":{"type":"string"}}}""", """{"a":1}""")]
    public void Lets_pass_what_JSON_Schema_lets_pass(string schema, string body)
    {
        Assert.Equal("", Judge(schema, body));
    }

    [Theory]
    [InlineData("""{"amount":0.3,"items":[{"price":0.1,"quantity":3}]}""", "")]
    [InlineData("""{"amount":3E2,"items":[{"price":100.00,"quantity":3.0}]}""", "")]
    [InlineData(
        """{"amount":1,"items":[{"price":1.00000000000000000000000000001,"quantity":1}]}""",
        "/amount:total"
    )]
    [InlineData("""{"amount":2,"items":[{"price":1,"quantity":1}]}""", "/amount:total")]
    [InlineData("""{"amount":1,"items":[]}""", "/amount:total")]
    [InlineData("""{"amount":1,"items":[{"price":"1","quantity":1}]}""", "")]
    [InlineData("""{"items":[{"price":1,"quantity":1}]}""", "")]
    public void Adds_a_total_up_to_the_last_digit(string body, string expected)
    {
        const string schema =
            """{"x-total":{"amount":"amount","items":"items","price":"price","quantity":"quantity"}}""";

        Assert.Equal(expected, Judge(schema, body));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "/a:duplicate_member")]
    [InlineData("""{"a":{"b":1,"\u0062":2}}""", "/a/b:duplicate_member")]
    [InlineData("""["\ud800"]""", "/0:unicode")]
    [InlineData("""{"\udc00":1}""", ":unicode")]
    [InlineData("""{"a":1,}""", ":malformed")]
    public void Finds_what_no_schema_can_speak_of(string body, string expected)
    {
        Assert.Equal(expected, Judge("{}", body));
    }

    [Theory]
    [InlineData("""{"const":1}""")]
    [InlineData("""{"properties":{"a":{"not":{}}}}""")]
    [InlineData("""{"$ref":"#/$defs/a","maxLength":3,"$defs":{"a":{}}}""")]
    [InlineData("""{"type":"text"}""")]
    public void Refuses_a_schema_with_a_rule_that_it_can_not_judge(string schema)
    {
        Assert.Throws<NotSupportedException>(() => Judge(schema, "{}"));
    }

    [Theory]
    [InlineData("""{"$ref":"other.schema.json"}""")]
    [InlineData("""{"$ref":"#/$defs/missing"}""")]
    public void Refuses_a_reference_that_leads_nowhere(string schema)
    {
        Assert.Throws<InvalidOperationException>(() => Judge(schema, "{}"));
    }

    [Fact]
    public void Follows_a_reference_into_another_folder()
    {
        var judge = new SchemaJudge(
            Files(
                (
                    "shop/order.json",
                    """{"properties":{"a":{"$ref":"../common/text.json#/$defs/short"}}}"""
                ),
                (
                    "common/text.json",
                    """{"$defs":{"short":{"$ref":"#/$defs/one"},"one":{"maxLength":1}}}"""
                )
            )
        );

        Assert.Equal(
            "/a:max_length",
            Words(judge.Judge("shop/order.json", """{"a":"xy"}"""u8.ToArray()))
        );
    }

    private static string Judge(string schema, string body) =>
        Words(
            new SchemaJudge(Files(("s.json", schema))).Judge("s.json", Encoding.UTF8.GetBytes(body))
        );

    private static string Words(IEnumerable<Violation> violations) =>
        string.Join(' ', violations.Select(violation => $"{violation.Pointer}:{violation.Code}"));

    private static SchemaFiles Files(params (string Path, string Text)[] files) =>
        new(
            files.ToDictionary(
                file => file.Path,
                file => JsonDocument.Parse(file.Text).RootElement.Clone()
            )
        );
}
