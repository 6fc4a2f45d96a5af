using Doku.Contracts.Generators.Tests.Harness;

namespace Doku.Contracts.Generators.Tests;

/// <summary>Schemas that a maintainer might write and that are hard to make a type of.</summary>
internal static class OddSchemas
{
    /// <summary>The types that are expected where there is no error, and the files: <c>a.schema.json</c> and others by name.</summary>
    public static IReadOnlyDictionary<string, (string Types, SchemaText[] Files)> All { get; } =
        new Dictionary<string, (string, SchemaText[])>(StringComparer.Ordinal)
        {
            // Types that aren't said.
            ["no type but properties"] = One("A", """{"properties":{"x":{"type":"string"}}}"""),
            ["no type but required"] = One("A", """{"required":["x"]}"""),
            ["no type but closed"] = One("A", """{"additionalProperties":false}"""),
            ["no type but a map"] = One(
                "A",
                """{"additionalProperties":{"properties":{"x":{"type":"string"}}}}"""
            ),
            ["no type but dependencies"] = One("A", """{"dependentRequired":{"x":["y"]}}"""),
            ["no type but a condition"] = One(
                "A",
                """{"properties":{"x":{"type":"string"}},"if":{"required":["x"]},"then":{"required":["x"]}}"""
            ),
            ["no type in a definition"] = One(
                "D",
                """{"$defs":{"d":{"properties":{"x":{"type":"string"}}}}}"""
            ),
            ["no type in a nested definition"] = One(
                "E",
                """{"type":"object","properties":{"p":{"type":"string","$defs":{"e":{"properties":{"x":{"type":"string"}}}}}}}"""
            ),
            ["no type in a member"] = One(
                "A AP",
                """{"type":"object","properties":{"p":{"properties":{"x":{"type":"string"}}}}}"""
            ),
            ["no type in items"] = One(
                "A AXItem",
                """{"type":"object","properties":{"x":{"type":"array","items":{"properties":{"y":{"type":"string"}}}}}}"""
            ),
            ["no type in the parts"] = One(
                "A",
                """{"allOf":[{"properties":{"x":{"type":"string"}}},{"required":["x"]}]}"""
            ),
            ["the type in a part"] = One(
                "A",
                """{"properties":{"x":{"type":"string"}},"allOf":[{"type":"object"}]}"""
            ),
            ["no type in a branch"] = One(
                "A",
                """{"oneOf":[{"properties":{"k":{"const":"x"}}},{"properties":{"k":{"const":"y"}}}]}"""
            ),
            // Several types, or none.
            ["object or text"] = One(
                "A",
                """{"type":["object","string"],"properties":{"x":{"type":"string"}}}"""
            ),
            ["object or null"] = One(
                "A",
                """{"type":["object","null"],"properties":{"x":{"type":"string"}}}"""
            ),
            ["object and text"] = One("A", """{"type":"object","allOf":[{"type":"string"}]}"""),
            ["null alone"] = One("A", """{"type":"object","properties":{"x":{"type":"null"}}}"""),
            ["empty object"] = One("A", """{"type":"object"}"""),
            ["properties of a text"] = One(
                "A",
                """{"type":"object","properties":{"p":{"type":"string","properties":{"x":{"type":"integer"}}}}}"""
            ),
            // References.
            ["text that fails in another file"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json#/$defs/t"}}}""",
                """{"$defs":{"t":{"type":"string","format":"nonsense"}}}"""
            ),
            ["pattern that fails in another file"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json"}}}""",
                """{"type":"string","pattern":"^(?=a)a$"}"""
            ),
            ["list that fails in another file"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json"}}}""",
                """{"type":"array","items":{"type":"string","minLength":2,"maxLength":1}}"""
            ),
            ["number that fails in another file"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json#/$defs/n"}}}""",
                """{"$defs":{"n":{"type":"integer","minimum":5,"maximum":4}}}"""
            ),
            ["map that fails in another file"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json"}}}""",
                """{"type":"object","additionalProperties":{"type":"string","format":"nonsense"}}"""
            ),
            ["condition that fails in another file"] = Two(
                "A",
                """{"type":"object","allOf":[{"$ref":"b.schema.json#/$defs/c"}],"properties":{"x":{"type":"string"}}}""",
                """{"$defs":{"c":{"type":"object","properties":{"y":{"type":"string"}},"if":{"properties":{"y":{"format":"uri"}}},"then":{"required":["y"]}}}}"""
            ),
            ["typeless definition in another file"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json#/$defs/t"}}}""",
                """{"$defs":{"t":{"properties":{"y":{"type":"string"}}}}}"""
            ),
            ["keyword that fails in another file"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json"}}}""",
                """{"type":"string","minLength":1e20}"""
            ),
            ["file that is no schema"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json"}}}""",
                "[]"
            ),
            ["file that is no JSON"] = Two(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"b.schema.json"}}}""",
                "{"
            ),
            ["contract in a schema's place"] = (
                "A",
                [
                    new SchemaText(
                        "a.schema.json",
                        """{"type":"object","properties":{"x":{"$ref":"b.contract.json"}}}"""
                    ),
                    new SchemaText("b.contract.json", """{"contract":"B"}"""),
                ]
            ),
            ["reference to an example"] = One(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"#/examples/0"}},"examples":[{"type":"object"}]}"""
            ),
            ["reference to a condition's branch"] = One(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"#/then"},"y":{"type":"string"}},"if":{"required":["y"]},"then":{"type":"object","required":["y"]}}"""
            ),
            ["reference to a part"] = One(
                "A AX",
                """{"type":"object","properties":{"x":{"$ref":"#/allOf/0"}},"allOf":[{"type":"object","properties":{"y":{"type":"string"}}}]}"""
            ),
            ["reference to a value of true"] = One(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"#/additionalProperties"}},"additionalProperties":true}"""
            ),
            ["reference and what narrows it"] = One(
                "A AX B",
                """{"type":"object","properties":{"x":{"$ref":"#/$defs/b","required":["y"]}},"$defs":{"b":{"type":"object","properties":{"y":{"type":"string"}}}}}"""
            ),
            ["reference to the file itself"] = One(
                "A",
                """{"type":"object","properties":{"x":{"$ref":"#"}}}"""
            ),
            ["file that only refers"] = Two(
                "B",
                """{"$ref":"b.schema.json"}""",
                """{"type":"object"}"""
            ),
            ["two files that refer to each other"] = Two(
                "A",
                """{"$ref":"b.schema.json"}""",
                """{"$ref":"a.schema.json"}"""
            ),
            // Circles.
            ["list of itself"] = One(
                "A",
                """{"type":"object","properties":{"a":{"$ref":"#/$defs/l"}},"$defs":{"l":{"type":"array","items":{"$ref":"#/$defs/l"}}}}"""
            ),
            ["map of itself"] = One(
                "A",
                """{"type":"object","properties":{"a":{"$ref":"#/$defs/m"}},"$defs":{"m":{"type":"object","additionalProperties":{"$ref":"#/$defs/m"}}}}"""
            ),
            ["map of itself alone"] = One(
                "A",
                """{"type":"object","additionalProperties":{"$ref":"#"}}"""
            ),
            ["list of maps of the list"] = Two(
                "A",
                """{"type":"object","properties":{"a":{"$ref":"b.schema.json"}},"$defs":{"m":{"type":"object","additionalProperties":{"$ref":"b.schema.json"}}}}""",
                """{"type":"array","items":{"$ref":"a.schema.json#/$defs/m"}}"""
            ),
            ["list of itself or null"] = One(
                "A",
                """{"type":"object","properties":{"a":{"$ref":"#/$defs/l"}},"$defs":{"l":{"type":["array","null"],"items":{"allOf":[{"$ref":"#/$defs/l"}]}}}}"""
            ),
            ["part of itself"] = One(
                "A",
                """{"type":"object","allOf":[{"$ref":"#"}],"properties":{"x":{"type":"string"}}}"""
            ),
            ["union in itself"] = One(
                "A",
                """{"oneOf":[{"$ref":"#"},{"type":"object","required":["k"],"properties":{"k":{"type":"string","const":"x"}}}]}"""
            ),
            // Unions.
            ["union among the parts"] = One(
                "A U",
                """{"type":"object","properties":{"x":{"type":"string"}},"allOf":[{"$ref":"#/$defs/u"}],"$defs":{"u":{"oneOf":[{"type":"object","required":["k"],"properties":{"k":{"type":"string","const":"x"}}},{"type":"object","required":["k"],"properties":{"k":{"type":"string","const":"y"}}}]}}}"""
            ),
            ["union of texts"] = One("A", """{"oneOf":[{"type":"string"},{"type":"integer"}]}"""),
            ["union beside properties"] = One(
                "A",
                """{"type":"object","properties":{"x":{"type":"string"}},"oneOf":[{"required":["x"]},{"required":["y"]}]}"""
            ),
            // Names.
            ["two members of one name"] = One(
                "A",
                """{"type":"object","properties":{"x-y":{"type":"string"},"x_y":{"type":"string"}}}"""
            ),
            ["two definitions of one name"] = One(
                "A B",
                """{"type":"object","$defs":{"b":{"type":"object","properties":{"x":{"type":"string"}}},"B":{"type":"object","additionalProperties":false}}}"""
            ),
            ["definition with the file's name"] = One(
                "A",
                """{"type":"object","$defs":{"a":{"type":"object"}}}"""
            ),
            ["name that is a keyword"] = One("class", """{"type":"object","x-name":"class"}"""),
            ["members without a letter"] = One(
                "A",
                """{"type":"object","properties":{"":{"type":"string"},"?":{"type":"string"}}}"""
            ),
            ["definition without a letter"] = One(
                "Unnamed",
                """{"$defs":{"?":{"type":"object","additionalProperties":false}}}"""
            ),
            // Bounds.
            ["object described twice"] = One(
                "A AX",
                """{"type":"object","properties":{"x":{"type":"object","properties":{"y":{"type":"string"}}}},"allOf":[{"properties":{"x":{"required":["y"]}}}]}"""
            ),
            ["map with a mandatory member"] = One(
                "A",
                """{"type":"object","properties":{"m":{"type":"object","additionalProperties":{"type":"string"},"required":["x"]}}}"""
            ),
            ["map file with a mandatory member"] = One(
                "A",
                """{"type":"object","additionalProperties":{"type":"string"},"required":["x"]}"""
            ),
            ["condition on a text"] = One(
                "A",
                """{"type":"object","properties":{"t":{"type":"string","if":{"minLength":3},"then":{"maxLength":5}}}}"""
            ),
            ["condition on a map"] = One(
                "A",
                """{"type":"object","properties":{"m":{"type":"object","additionalProperties":{"type":"string"},"if":{"required":["x"]},"then":{"required":["y"]}}}}"""
            ),
            ["count of no items"] = One(
                "A",
                """{"type":"object","properties":{"x":{"type":"array","items":{"type":"string"},"minItems":2,"maxItems":1}}}"""
            ),
            ["array of nothing"] = One(
                "A",
                """{"type":"object","properties":{"x":{"type":"array"}}}"""
            ),
            ["pattern too large"] = One(
                "A",
                """{"type":"object","properties":{"x":{"type":"string","pattern":"^[a-z]{0,1000}[a-z0-9]{0,1000}$"}}}"""
            ),
            ["no text at all"] = One("A", ""),
            ["null"] = One("A", "null"),
            ["true"] = One("A", "true"),
        };

    private static (string, SchemaText[]) One(string types, string schema) =>
        (types, [new SchemaText("a.schema.json", schema)]);

    private static (string, SchemaText[]) Two(string types, string first, string second) =>
        (types, [new SchemaText("a.schema.json", first), new SchemaText("b.schema.json", second)]);
}
