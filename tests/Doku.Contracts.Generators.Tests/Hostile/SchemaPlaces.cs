namespace Doku.Contracts.Generators.Tests.Hostile;

/// <summary>Every place where a schema file has text.</summary>
internal static class SchemaPlaces
{
    public static IReadOnlyList<SchemaPlace> All { get; } =
    [
        // Words to people.
        Taken("description of a type", """{"type":"object","description":"§"}"""),
        Taken("title of a type", """{"type":"object","title":"§"}"""),
        Taken("examples of a type", """{"type":"object","examples":[{"§":"§"},{"a":["§"]}]}"""),
        Taken("default of a type", """{"type":"object","default":{"§":["§",{"§":null}]}}"""),
        Taken("comment", """{"type":"object","$comment":"§"}"""),
        Refused("schema", """{"type":"object","$schema":"§"}"""),
        Taken("id", """{"type":"object","$id":"§"}"""),
        Taken("description of a member", Member("""{"type":"string","description":"§"}""")),
        Taken("title of a member", Member("""{"type":"string","title":"§"}""")),
        Taken("examples of a member", Member("""{"type":"string","examples":["§","§"]}""")),
        Taken("default of a member", Member("""{"type":"string","default":"§"}""")),
        Taken(
            "description of items",
            Member("""{"type":"array","items":{"type":"string","description":"§"}}""")
        ),
        Taken(
            "description of other members",
            """{"type":"object","additionalProperties":{"type":"string","description":"§"}}"""
        ),
        Taken(
            "note of evidence",
            Member("""{"type":"string","x-evidence":{"level":"observed","note":"§"}}""")
        ),
        Taken(
            "description of an enumeration",
            """{"$defs":{"a":{"type":"string","description":"§","enum":["x","y"]}}}"""
        ),
        Taken(
            "description of a character set",
            """{"$defs":{"a":{"type":"string","description":"§","pattern":"^[a-z]*$"}}}"""
        ),
        Taken(
            "description of a union",
            Union("""{"const":"x","type":"string"}""", "k", ",\"description\":\"§\"")
        ),
        // Texts that are compared.
        Naming("enum", Member("""{"type":"string","enum":["§","other text"]}""")),
        Naming("enum of a definition", """{"$defs":{"a":{"type":"string","enum":["§","ß"]}}}"""),
        Naming("const", Member("""{"type":"string","const":"§"}""")),
        Naming("const of a union's branch", Union("""{"const":"§","type":"string"}""", "k")),
        Taken(
            "const of a condition",
            Condition("""{"properties":{"a":{"const":"§"}}}""", """{"required":["b"]}""")
        ),
        Taken(
            "enum of a demand",
            Condition("""{"required":["a"]}""", """{"properties":{"b":{"enum":["§"]}}}""")
        ),
        Either(
            "pattern of a demand",
            Condition("""{"required":["a"]}""", """{"properties":{"b":{"pattern":"^(§|b)+$"}}}""")
        ),
        Either(
            "pattern of a condition",
            Condition("""{"properties":{"a":{"pattern":"^§*$"}}}""", """{"required":["b"]}""")
        ),
        Either("pattern", Member("""{"type":"string","pattern":"§"}""")),
        Either("pattern of a group", Member("""{"type":"string","pattern":"^(a|§)*$"}""")),
        Either("pattern of a sequence", Member("""{"type":"string","pattern":"^a§b{2,3}$"}""")),
        Either("pattern of a class", Member("""{"type":"string","pattern":"^[a-z§]*$"}""")),
        Either(
            "pattern of a character set",
            """{"$defs":{"a":{"type":"string","pattern":"^[a-z§]*$"}}}"""
        ),
        // Names.
        Naming("name of a member", """{"type":"object","properties":{"§":{"type":"string"}}}"""),
        Naming(
            "name of a member of a type of its own",
            """{"type":"object","properties":{"§":{"type":"object","properties":{"§":{"type":"array","items":{"type":"object"}}}}}}"""
        ),
        Naming(
            "name of a required member",
            """{"type":"object","required":["§"],"properties":{"§":{"type":"array","minItems":1,"items":{"type":"string"}}}}"""
        ),
        Naming(
            "names in dependentRequired",
            """{"type":"object","properties":{"§":{"type":"string"},"ß":{"type":"string"}},"dependentRequired":{"§":["ß"],"ß":["§"]}}"""
        ),
        Naming(
            "name of a member in a condition",
            """{"type":"object","properties":{"§":{"type":"string"},"ß":{"type":"string"}},"if":{"properties":{"§":{"minLength":2}},"required":["§"]},"then":{"required":["ß"]},"else":{"properties":{"§":{"maxLength":1}}}}"""
        ),
        Naming("name of a union's discriminator", Union("""{"const":"x","type":"string"}""", "§")),
        Naming("name of a definition", """{"$defs":{"§":{"type":"object"}}}"""),
        Naming(
            "name of a defined enumeration",
            """{"$defs":{"§":{"type":"string","enum":["x","y"]}}}"""
        ),
        Naming(
            "name of a defined character set",
            """{"$defs":{"§":{"type":"string","pattern":"^[a-z]*$"}}}"""
        ),
        new("name of a file", Reception.Taken, true, ("§.schema.json", """{"type":"object"}""")),
        new(
            "name of a folder",
            Reception.Taken,
            true,
            ("§/a.schema.json", """{"type":"object"}""")
        ),
        // What only a few texts can be.
        Refused("x-name of a type", """{"type":"object","x-name":"§"}"""),
        Refused("x-name of a member", Member("""{"type":"string","x-name":"§"}""")),
        Refused("x-name of a definition", """{"$defs":{"a":{"type":"object","x-name":"§"}}}"""),
        Refused(
            "x-name of an enumeration",
            Member("""{"type":"string","x-name":"§","enum":["x"]}""")
        ),
        Refused(
            "x-name in an example that a reference leads to",
            """{"type":"object","properties":{"a":{"$ref":"#/examples/0"}},"examples":[{"type":"string","enum":["x"],"x-name":"§"}]}"""
        ),
        Refused("level of evidence", Member("""{"type":"string","x-evidence":{"level":"§"}}""")),
        Refused("type", Member("""{"type":"§"}""")),
        Refused("format", Member("""{"type":"string","format":"§"}""")),
        Refused("reference", Member("""{"$ref":"other/§"}""")),
        Taken("required member that isn't there", """{"type":"object","required":["§"]}"""),
        Taken(
            "dependentRequired member that isn't there",
            """{"type":"object","dependentRequired":{"§":["§"]}}"""
        ),
        Refused("deprecated", Member("""{"type":"string","deprecated":"§"}""")),
        Refused("x-sensitive", Member("""{"type":"string","x-sensitive":"§"}""")),
        Refused("keyword", Member("""{"type":"string","§":"§"}""")),
        Refused(
            "member of a total",
            """{"type":"object","x-total":{"amount":"§","items":"§","price":"§","quantity":"§"}}"""
        ),
        .. VocabularyPlaces.All,
        .. ContractPlaces.All,
    ];

    internal static SchemaPlace Taken(string name, string schema) =>
        new(name, Reception.Taken, false, ("a.schema.json", schema));

    internal static SchemaPlace Naming(string name, string schema) =>
        new(name, Reception.Taken, true, ("a.schema.json", schema));

    internal static SchemaPlace Either(string name, string schema) =>
        new(name, Reception.Either, false, ("a.schema.json", schema));

    internal static SchemaPlace Refused(string name, string schema) =>
        new(name, Reception.Refused, false, ("a.schema.json", schema));

    internal static string Member(string schema) =>
        $$$$"""{"type":"object","properties":{"a":{{{{schema}}}}}}""";

    private static string Condition(string test, string then) =>
        $$$$"""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"if":{{{{test}}}},"then":{{{{then}}}}}""";

    private static string Union(string kind, string name, string beside = "") =>
        $$$$"""{"oneOf":[{"type":"object","required":["{{{{name}}}}"],"properties":{"{{{{name}}}}":{{{{kind}}}}}},{"type":"object","required":["{{{{name}}}}"],"properties":{"{{{{name}}}}":{"const":"other","type":"string"}}}]{{{{beside}}}}}""";
}
