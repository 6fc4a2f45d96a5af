namespace Doku.Contracts.Generators.Tests.Hostile;

/// <summary>Every place where a contract file has text.</summary>
internal static class ContractPlaces
{
    public static IReadOnlyList<SchemaPlace> All { get; } =
    [
        Place("contract's description", Reception.Taken, "\"description\":\"§\""),
        Place("contract's title", Reception.Taken, "\"title\":\"§\""),
        Place("contract's comment", Reception.Taken, "\"$comment\":\"§\",\"$schema\":\"§\""),
        Place("contract's error", Reception.Refused, "\"error\":\"§\""),
        new(
            "contract's name",
            Reception.Refused,
            true,
            ("a.contract.json", """{"contract":"§"}"""),
            ("a.schema.json", """{"type":"object"}""")
        ),
        Operation("operation's description", Reception.Taken, "\"description\":\"§\""),
        Operation(
            "operation's evidence",
            Reception.Either,
            "\"x-evidence\":{\"level\":\"§\",\"note\":\"§\"}"
        ),
        Operation("operation's request", Reception.Refused, "\"request\":\"§\""),
        Operation("operation's member", Reception.Refused, "\"§\":\"§\""),
        Place(
            "operation's name",
            Reception.Taken,
            """ "operations":{"§":{"method":"GET","path":"/","response":"a.schema.json"}} """,
            namesTypes: true
        ),
        Place(
            "operation's method",
            Reception.Refused,
            """ "operations":{"go":{"method":"§","path":"/","response":"a.schema.json"}} """
        ),
        Place(
            "operation's response",
            Reception.Refused,
            """ "operations":{"go":{"method":"GET","path":"/","response":"§"}} """
        ),
        Place(
            "operation's path",
            Reception.Either,
            """ "operations":{"go":{"method":"GET","path":"/§/{id}","response":"a.schema.json","parameters":{"id":{"type":"string"}}}} """
        ),
        Place(
            "parameter's name",
            Reception.Either,
            """ "operations":{"go":{"method":"GET","path":"/{§}","response":"a.schema.json","parameters":{"§":{"type":"string"}}}} """,
            namesTypes: true
        ),
        Parameter("parameter's description", Reception.Taken, "\"description\":\"§\""),
        Parameter("parameter's examples", Reception.Taken, "\"examples\":[\"§\"]"),
        Parameter("parameter's pattern", Reception.Either, "\"pattern\":\"^(a|§)*$\""),
        Parameter("parameter's class", Reception.Either, "\"pattern\":\"^[a-z§]*$\""),
        Place(
            "notification's name",
            Reception.Taken,
            """ "notifications":{"§":{"body":"a.schema.json"}} """,
            namesTypes: true
        ),
        Place(
            "notification's description",
            Reception.Taken,
            """ "notifications":{"done":{"body":"a.schema.json","description":"§"}} """
        ),
    ];

    private static SchemaPlace Place(
        string name,
        Reception reception,
        string members,
        bool namesTypes = false
    ) =>
        new(
            name,
            reception,
            namesTypes,
            ("a.contract.json", $$$"""{"contract":"Sample",{{{members}}}}"""),
            ("a.schema.json", """{"type":"object"}""")
        );

    private static SchemaPlace Operation(string name, Reception reception, string members) =>
        Place(
            name,
            reception,
            $$$$""" "operations":{"go":{"method":"GET","path":"/","response":"a.schema.json",{{{{members}}}}}} """
        );

    private static SchemaPlace Parameter(string name, Reception reception, string members) =>
        Place(
            name,
            reception,
            $$$$$$""" "operations":{"go":{"method":"GET","path":"/{id}","response":"a.schema.json","parameters":{"id":{"type":"string",{{{{{{members}}}}}}}}}} """
        );
}
