using System.Text.Json.Nodes;
using Doku.Contracts.Generators.Tests.Harness;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Generators.Tests;

/// <summary>
/// Advice is what a schema would assert if it stood beside the other keywords: the second opinion on each row is the same
/// schema with each <c>x-advice</c> moved under <c>allOf</c>, read strictly.
/// </summary>
public sealed class AdviceTests
{
    private static readonly Lazy<CompiledSchemas> Compiled = new(() =>
        CompiledSchemas.Of(
            Rows!
                .Select(row => row.Data.Item1)
                .SelectMany(schema => new[] { schema, Moved(schema) })
        )
    );

    /// <summary>A schema, an instance that keeps it, and what the advice says: pointer and code of each finding.</summary>
    public static TheoryData<string, string, string> Rows { get; } =
        new()
        {
            { Text("\"maxLength\":2"), """{"a":"abc"}""", "/a max_length" },
            { Text("\"maxLength\":2"), """{"a":"ab"}""", "" },
            { Text("\"maxLength\":2"), """{}""", "" },
            { Text("\"pattern\":\"^[a-z]*$\""), """{"a":"ab|c"}""", "/a characters" },
            { Text("\"pattern\":\"^[^0-9]*$\""), """{"a":"é1"}""", "/a characters" },
            { Text("\"pattern\":\"^a.*z$\""), """{"a":"az9"}""", "/a pattern" },
            { Text("\"format\":\"email\""), """{"a":"x"}""", "/a format" },
            { Text("\"enum\":[\"x\",\"y\"]"), """{"a":"z"}""", "/a enum" },
            {
                Text("\"allOf\":[{\"minLength\":2},{\"pattern\":\"^[a-z]*$\"}]"),
                """{"a":"1"}""",
                "/a min_length,/a characters"
            },
            { Number("\"minimum\":10000"), """{"a":9999}""", "/a minimum" },
            {
                Number("\"minimum\":10000,\"multipleOf\":100"),
                """{"a":1}""",
                "/a minimum,/a multiple_of"
            },
            // An object's own advice.
            {
                """{"type":"object","properties":{"a":{},"b":{}},"x-advice":{"reason":"r","required":["b"]}}""",
                """{"a":1}""",
                "/b required"
            },
            {
                """{"type":"object","properties":{"a":{},"b":{}},"x-advice":{"reason":"r","if":{"required":["a"]},"then":{"required":["b"]}}}""",
                """{"a":1}""",
                "/b required"
            },
            {
                """{"type":"object","properties":{"a":{},"b":{}},"x-advice":{"reason":"r","dependentRequired":{"a":["b"]}}}""",
                """{"a":1}""",
                "/b required"
            },
            // Inside lists, maps and tuples.
            {
                """{"type":"object","properties":{"l":{"type":"array","items":{"type":"string","x-advice":{"reason":"r","maxLength":1}},"x-advice":{"reason":"r","maxItems":2}}}}""",
                """{"l":["a","bb","c"]}""",
                "/l max_items,/l/1 max_length"
            },
            {
                """{"type":"object","additionalProperties":{"type":"string","x-advice":{"reason":"r","maxLength":1}}}""",
                """{"m":"bb"}""",
                "/m max_length"
            },
            {
                """{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{"type":"string","x-advice":{"reason":"r","maxLength":1}}}""",
                """{"a":"bb","m":"bb"}""",
                "/m max_length"
            },
            {
                """{"type":"object","patternProperties":{"^x":{"type":"string","x-advice":{"reason":"r","maxLength":1}}}}""",
                """{"xm":"bb","m":"bb"}""",
                "/xm max_length"
            },
            {
                """{"type":"array","prefixItems":[{"type":"string","x-advice":{"reason":"r","maxLength":1}},{"type":"string"}],"items":{"type":"string","x-advice":{"reason":"r","minLength":3}}}""",
                """["bb","bb","cc"]""",
                "/0 max_length,/2 min_length"
            },
            {
                """{"type":"string","x-advice":{"reason":"r","maxLength":1}}""",
                "\"bb\"",
                " max_length"
            },
            // By reference, also to itself.
            {
                """{"type":"object","properties":{"a":{"$ref":"#/$defs/name","x-advice":{"reason":"r","minLength":3}}},"$defs":{"name":{"type":"string","x-advice":{"reason":"r","pattern":"^[a-z]*$"}}}}""",
                """{"a":"A"}""",
                "/a min_length,/a characters"
            },
            {
                """{"type":"object","properties":{"name":{"type":"string","x-advice":{"reason":"r","maxLength":1}},"next":{"$ref":"#"}}}""",
                """{"name":"a","next":{"name":"bb","next":{"name":"cc"}}}""",
                "/next/name max_length,/next/next/name max_length"
            },
            {
                """{"type":"object","allOf":[{"$ref":"#/$defs/base"}],"properties":{"b":{"type":"string"}},"$defs":{"base":{"type":"object","properties":{"a":{"type":"string","x-advice":{"reason":"r","maxLength":1}}}}}}""",
                """{"a":"bb","b":"bb"}""",
                "/a max_length"
            },
            // Branches advise the values that fit them.
            {
                """{"type":"object","properties":{"k":{"type":"string"},"a":{"type":"string"}},"if":{"properties":{"k":{"const":"x"}}},"then":{"properties":{"a":{"x-advice":{"reason":"r","maxLength":1}}}},"else":{"properties":{"a":{"x-advice":{"reason":"r","maxLength":3}}}}}""",
                """{"k":"x","a":"bb"}""",
                "/a max_length"
            },
            {
                """{"type":"object","properties":{"k":{"type":"string"},"a":{"type":"string"}},"if":{"properties":{"k":{"const":"x"}}},"then":{"properties":{"a":{"x-advice":{"reason":"r","maxLength":1}}}},"else":{"properties":{"a":{"x-advice":{"reason":"r","maxLength":3}}}}}""",
                """{"k":"y","a":"bb"}""",
                ""
            },
            {
                """{"type":"object","properties":{"k":{"type":"string"},"a":{"type":"string"}},"dependentSchemas":{"k":{"properties":{"a":{"x-advice":{"reason":"r","maxLength":1}}}}}}""",
                """{"k":"x","a":"bb"}""",
                "/a max_length"
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Advice_is_what_the_keywords_would_assert(
        string schema,
        string instance,
        string expected
    )
    {
        var advice = Compiled.Value.Advice(schema, instance);
        var asserted = Compiled.Value.Errors(Moved(schema), instance);

        Assert.Equal(expected, Words(advice));
        Assert.Equal(
            advice.Select(a => (a.Pointer, a.Code)).Order(),
            asserted.Select(a => (a.Pointer, a.Code)).Order()
        );
        Assert.True(Compiled.Value.Errors(schema, instance).IsValid);
    }

    [Fact]
    public void A_branch_of_a_choice_advises_the_values_that_fit_it()
    {
        const string Schema =
            """{"anyOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string","x-advice":{"reason":"r","maxLength":1}}}},{"type":"object","required":["b"],"properties":{"b":{"type":"string","x-advice":{"reason":"r","maxLength":2}}}}]}""";
        var compiled = CompiledSchemas.Of([Schema]);

        Assert.Equal("/a max_length", Words(compiled.Advice(Schema, """{"a":"xxx"}""")));
        Assert.Equal("/b max_length", Words(compiled.Advice(Schema, """{"b":"xxx"}""")));
        Assert.Equal("/a max_length", Words(compiled.Advice(Schema, """{"a":"xxx","b":"x"}""")));
    }

    [Fact]
    public void A_finding_has_the_words_and_the_place_of_an_error()
    {
        var finding = Assert.Single(
            Compiled.Value.Advice(Text("\"pattern\":\"^[a-z]*$\""), """{"a":"ab|c"}""")
        );

        Assert.Equal("must not contain U+007C '|' at 2; allowed are a-z", finding.Message);
        Assert.Equal((2, (int?)'|'), (finding.CharacterIndex, finding.CodePoint));
    }

    [Fact]
    public void Advice_of_another_file_counts()
    {
        var run = GeneratorRun.Of(
            new SchemaText(
                "common/text.schema.json",
                """{"$defs":{"plain":{"type":"string","x-advice":{"reason":"r","maxLength":1}}}}"""
            ),
            new SchemaText(
                "sample.schema.json",
                """{"type":"object","properties":{"a":{"$ref":"common/text.schema.json#/$defs/plain"}}}"""
            )
        );

        Assert.Contains(
            "IContract<Sample>.Advice =>",
            run.Source("Sample.Sample.g.cs"),
            StringComparison.Ordinal
        );
    }

    private static string Text(string advice) =>
        """{"type":"object","properties":{"a":{"type":"string","x-advice":{"reason":"r","""
        + advice
        + "}}}}";

    private static string Number(string advice) =>
        """{"type":"object","properties":{"a":{"type":"integer","x-advice":{"reason":"r","""
        + advice
        + "}}}}";

    private static string Words(ContractErrors findings) =>
        string.Join(',', findings.Select(f => $"{f.Pointer} {f.Code}"));

    private static string Moved(string schema)
    {
        var root = JsonNode.Parse(schema)!;
        Move(root);
        return root.ToJsonString();
    }

    private static void Move(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject schema:
                if (schema["x-advice"] is JsonObject advice)
                {
                    schema.Remove("x-advice");
                    advice.Remove("reason");
                    var all = schema["allOf"] as JsonArray ?? [];
                    schema["allOf"] ??= all;
                    all.Add(advice);
                }

                foreach (var (_, inner) in schema)
                {
                    Move(inner);
                }

                break;
            case JsonArray list:
                foreach (var inner in list)
                {
                    Move(inner);
                }

                break;
        }
    }
}
