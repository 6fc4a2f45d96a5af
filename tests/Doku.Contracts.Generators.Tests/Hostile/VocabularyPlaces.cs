namespace Doku.Contracts.Generators.Tests.Hostile;

/// <summary>The places that the whole of JSON Schema's vocabulary brings, beyond those of plain records.</summary>
internal static class VocabularyPlaces
{
    public static IReadOnlyList<SchemaPlace> All { get; } =
    [
        // Texts that are compared with any value.
        SchemaPlaces.Taken("const object", Member("""{"const":{"§":["§",{"§":null}]}}""")),
        SchemaPlaces.Taken(
            "enum of any values",
            Member("""{"enum":["§",1,null,["§"],{"§":"§"}]}""")
        ),
        SchemaPlaces.Naming(
            "oneOf of constants",
            Member("""{"type":"string","oneOf":[{"const":"§","description":"§"},{"const":"ß"}]}""")
        ),
        SchemaPlaces.Taken("not", Member("""{"type":"string","not":{"const":"§"}}""")),
        SchemaPlaces.Taken("contains", Member("""{"type":"array","contains":{"const":"§"}}""")),
        SchemaPlaces.Naming(
            "anyOf",
            Member("""{"anyOf":[{"const":"§"},{"type":"object","required":["§"]}]}""")
        ),
        SchemaPlaces.Naming(
            "unevaluatedProperties",
            """{"type":"object","anyOf":[{"properties":{"§":true}}],"unevaluatedProperties":{"const":"§"}}"""
        ),
        SchemaPlaces.Taken(
            "dependentSchemas",
            """{"type":"object","dependentSchemas":{"§":{"required":["§"],"properties":{"§":{"const":"§"}}}}}"""
        ),
        SchemaPlaces.Either(
            "patternProperties",
            """{"type":"object","patternProperties":{"§":{"type":"string"}}}"""
        ),
        SchemaPlaces.Either(
            "patternProperties beside members",
            """{"type":"object","properties":{"a":{"type":"string"}},"patternProperties":{"^(x|§)+$":{"const":"§"}},"additionalProperties":false}"""
        ),
        SchemaPlaces.Taken("propertyNames", """{"type":"object","propertyNames":{"enum":["§"]}}"""),
        SchemaPlaces.Either(
            "pattern of propertyNames",
            """{"type":"object","propertyNames":{"pattern":"^(x|§)*$"}}"""
        ),
        SchemaPlaces.Naming(
            "description in prefixItems",
            Member(
                """{"type":"array","prefixItems":[{"type":"string","description":"§","examples":["§"]},{"const":"§"}],"items":{"description":"§"}}"""
            )
        ),
        SchemaPlaces.Naming(
            "description of a choice's branch",
            Member(
                """{"oneOf":[{"type":"object","description":"§","required":["§"],"properties":{"§":{"type":"string"}}},{"type":"string","description":"§"}]}"""
            )
        ),
        SchemaPlaces.Naming(
            "title of a choice's branch",
            Member(
                """{"oneOf":[{"type":"object","title":"§","properties":{"x":{"type":"string"}}},{"type":"integer","title":"§"}]}"""
            )
        ),
        SchemaPlaces.Taken(
            "file that is no object",
            """{"type":"string","description":"§","title":"§","examples":["§"]}"""
        ),
        SchemaPlaces.Taken("file that allows everything", """{"description":"§","default":"§"}"""),
        // What only speaks to people.
        SchemaPlaces.Taken(
            "content",
            Member(
                """{"type":"string","contentEncoding":"§","contentMediaType":"§","contentSchema":{"const":"§"}}"""
            )
        ),
        SchemaPlaces.Taken(
            "description of a total's members",
            """{"type":"object","required":["a","i"],"properties":{"a":{"type":"number","description":"§"},"i":{"type":"array","description":"§","items":{"type":"object","required":["p","q"],"properties":{"p":{"type":"number"},"q":{"type":"integer"}}}}},"x-total":{"amount":"a","items":"i","price":"p","quantity":"q"}}"""
        ),
        SchemaPlaces.Naming(
            "names of a total's members",
            """{"type":"object","required":["§","ß"],"properties":{"§":{"type":"number"},"ß":{"type":"array","items":{"type":"object","required":["§","ß"],"properties":{"§":{"type":"number"},"ß":{"type":"integer"}}}}},"x-total":{"amount":"§","items":"ß","price":"§","quantity":"ß"}}"""
        ),
        // Names of schemas.
        SchemaPlaces.Refused(
            "anchor",
            """{"type":"object","$defs":{"a":{"$anchor":"§","type":"string"}}}"""
        ),
        SchemaPlaces.Refused("dynamic anchor", """{"type":"object","$dynamicAnchor":"§"}"""),
        SchemaPlaces.Refused("dynamic reference", Member("""{"$dynamicRef":"other/§"}""")),
        SchemaPlaces.Refused(
            "x-name of a tuple's item",
            Member("""{"type":"array","prefixItems":[{"type":"string","x-name":"§"}]}""")
        ),
        SchemaPlaces.Either(
            "id of a definition",
            """{"type":"object","properties":{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"$id":"https://example.com/§","type":"string"}}}"""
        ),
        // What a pointer takes for an escape leads elsewhere.
        new(
            "reference by a definition's name",
            Reception.Either,
            true,
            (
                "a.schema.json",
                """{"type":"object","properties":{"a":{"$ref":"#/$defs/§"}},"$defs":{"§":{"type":"object","properties":{"b":{"const":"§"}}}}}"""
            )
        ),
    ];

    private static string Member(string schema) => SchemaPlaces.Member(schema);
}
