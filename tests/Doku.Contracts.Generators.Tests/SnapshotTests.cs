using System.Reflection;
using System.Runtime.CompilerServices;
using Doku.Contracts.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Tests;

/// <summary>What is generated, one feature a test. Each also compiles without a warning and is cached on a second run.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Texts() =>
        Verify(
            """
            {"type":"object","description":"Texts & <limits>.","required":["code","name"],"properties":{
              "code":{"type":"string","description":"Its code.","minLength":2,"maxLength":8,"pattern":"^[A-Z0-9\\-]*$","examples":["AB-1"]},
              "name":{"type":"string","maxLength":40,"default":"none"},
              "e_mail":{"type":"string","format":"email","x-sensitive":true},
              "url":{"type":"string","format":"uri","deprecated":true}}}
            """
        );

    [Fact]
    public void Advice() =>
        Verify(
            """
            {"type":"object","required":["name"],"properties":{
              "name":{"type":"string","maxLength":255,"pattern":"^[ -~]*$","x-advice":{"reason":"Another page has <16>.","maxLength":16,"pattern":"^[A-Za-z ]*$"}},
              "amount":{"type":"integer","minimum":1,"x-advice":{"reason":"A partner's page says so.","minimum":10000,"maximum":30000000}},
              "tags":{"type":"array","items":{"type":"string","x-advice":{"reason":"Short tags are shown whole.","maxLength":10}},"x-advice":{"reason":"Seen so.","maxItems":5}},
              "email":{"type":"string"}},
              "x-advice":{"reason":"The page's row is most likely the e-mail address.","required":["email"]}}
            """
        );

    [Fact]
    public void Patterns_of_more_than_one_class() =>
        Verify(
            """
            {"type":"object","properties":{
              "sku":{"type":"string","pattern":"^[A-Z]{2,3}-\\d+(?:x)?$"},
              "plate":{"type":"string","pattern":"^[A-Z]{1,2} ?[0-9]{1,4}$"},
              "other":{"type":"string","pattern":"^(?:a|b)+$"}}}
            """
        );

    [Fact]
    public void Numbers() =>
        Verify(
            """
            {"type":"object","required":["count"],"properties":{
              "count":{"type":"integer","minimum":1,"maximum":99999999},
              "price":{"type":"number","minimum":0,"exclusiveMaximum":1000.5,"multipleOf":0.01},
              "amount":{"type":["integer","string"],"pattern":"^[0-9]+$","exclusiveMinimum":0},
              "is_gift":{"type":"boolean"}}}
            """
        );

    [Fact]
    public void Enumerations() =>
        Verify(
            """
            {"$defs":{"status":{"type":"string","description":"How it stands.","enum":["PENDING","PAID_IN_FULL","3D"]}},
             "type":"object","required":["status"],"properties":{"status":{"$ref":"#/$defs/status"},"kind":{"type":"string","enum":["a","b"]}}}
            """
        );

    [Fact]
    public void Lists() =>
        Verify(
            """
            {"type":"object","required":["rows"],"properties":{
              "rows":{"type":"array","minItems":1,"maxItems":3,"items":{"type":"array","items":{"type":"integer","minimum":0}}},
              "tags":{"type":"array","uniqueItems":true,"items":{"type":"string","maxLength":5}},
              "message":{"type":["array","string"],"items":{"type":"string"}},
              "lines":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"}}}}}}
            """
        );

    [Fact]
    public void Time_stamps() =>
        Verify(
            """
            {"type":"object","required":["at"],"properties":{
              "at":{"type":"string","format":"date-time"},
              "local":{"type":"string","format":"doku-jakarta","pattern":"^[0-9]*$"},
              "utc":{"type":"string","format":"doku-utc"}}}
            """
        );

    [Fact]
    public void Conditions_and_dependencies() =>
        Verify(
            """
            {"type":"object","properties":{"kind":{"type":"string"},"address":{"type":"string"},"city":{"type":"string"}},
             "if":{"properties":{"kind":{"enum":["TICKET"]}},"required":["kind"]},"then":{"required":["city"]},"else":{"required":["address"]},
             "dependentRequired":{"address":["city"]}}
            """
        );

    [Fact]
    public void Totals() =>
        Verify(
            """
            {"type":"object","required":["amount","items"],"x-total":{"amount":"amount","items":"items","price":"price","quantity":"quantity"},
             "properties":{"amount":{"type":"integer"},"items":{"type":"array","items":{"type":"object","x-name":"Line","required":["price"],
               "properties":{"price":{"type":"number"},"quantity":{"type":"integer"}}}}}}
            """
        );

    [Fact]
    public void Unions() =>
        Verify(
            """
            {"$defs":{
              "card":{"type":"object","required":["kind","number"],"properties":{"kind":{"type":"string","const":"card"},"number":{"type":"string"}}},
              "cash":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string","enum":["cash","coins"]}}},
              "payment":{"description":"How it is paid.","oneOf":[{"$ref":"#/$defs/card"},{"$ref":"#/$defs/cash"}]}},
             "type":"object","required":["payment"],"properties":{"payment":{"$ref":"#/$defs/payment"},"others":{"type":"array","items":{"$ref":"#/$defs/payment"}}}}
            """
        );

    [Fact]
    public void Maps() =>
        Verify(
            """
            {"type":"object","required":["labels"],"additionalProperties":{"type":"integer","minimum":0},"properties":{
              "labels":{"type":"object","additionalProperties":{"type":"string","maxLength":9}},
              "nested":{"type":"object","additionalProperties":{"type":"array","items":{"type":["string","null"]}}}}}
            """
        );

    [Fact]
    public void Values_that_may_be_null() =>
        Verify(
            """
            {"type":"object","required":["name","count"],"properties":{
              "name":{"type":["string","null"],"maxLength":9},"count":{"type":["integer","null"]},
              "note":{"type":["string","null"]},"items":{"type":"array","items":{"type":["number","null"],"minimum":0}}}}
            """
        );

    [Fact]
    public void Constants_and_enumerated_numbers() =>
        Verify(
            """
            {"type":"object","required":["version"],"properties":{
              "version":{"type":"integer","const":2},"size":{"type":"number","enum":[0.5,1,2]},
              "agreed":{"type":"boolean","const":true},"mode":{"type":"string","const":"live"}}}
            """
        );

    [Fact]
    public void Formats() =>
        Verify(
            """
            {"type":"object","properties":{
              "date":{"type":"string","format":"date"},"time":{"type":"string","format":"time"},"duration":{"type":"string","format":"duration"},
              "uuid":{"type":"string","format":"uuid"},"ipv4":{"type":"string","format":"ipv4"},"ipv6":{"type":"string","format":"ipv6"},
              "regex":{"type":"string","format":"regex"}}}
            """
        );

    [Fact]
    public void Demands_of_a_branch() =>
        Verify(
            """
            {"type":"object","properties":{"country":{"type":"string"},"postcode":{"type":"string"},"lines":{"type":"array","items":{"type":"string"}},"weight":{"type":"number"}},
             "if":{"properties":{"country":{"const":"IDN"},"weight":{"minimum":1}},"required":["country"]},
             "then":{"properties":{"postcode":{"pattern":"^[0-9]{5}$","maxLength":5},"lines":{"minItems":1}}},
             "else":{"properties":{"weight":{"maximum":30},"country":{"enum":["MYS","SGP"]}}}}
            """
        );

    [Fact]
    public void Merged_schemas() =>
        Verify(
            """
            {"$defs":{"base":{"type":"object","properties":{"a":{"type":"string","maxLength":9},"b":{"type":"integer"}}}},
             "allOf":[{"$ref":"#/$defs/base"}],"type":"object","required":["a"],"properties":{"a":{"type":"string","maxLength":5}}}
            """
        );

    [Fact]
    public void Names_that_csharp_does_not_have() =>
        Verify(
            """
            {"type":"object","additionalProperties":false,"required":["class"],"properties":{
              "class":{"type":"string"},"3d":{"type":"boolean"},"to-string":{"type":"string"},"a b":{"type":"string"},
              "größe":{"type":"integer"},"sample":{"type":"string"},"renamed":{"type":"string","x-name":"Given"},"a/b~c\"d":{"type":"string"}}}
            """
        );

    [Fact]
    public void References_to_other_files() =>
        Verify(
            new SchemaText(
                "shop/sample.schema.json",
                """{"type":"object","properties":{"name":{"description":"A name.","$ref":"../common/text.json#/$defs/plainName"},"self":{"$ref":"#"}}}"""
            ),
            new SchemaText(
                "common/text.json",
                """{"$defs":{"plainName":{"type":"string","maxLength":9,"pattern":"^[a-zé]*$"}}}"""
            )
        );

    [Fact]
    public void Contracts() =>
        Verify(
            new SchemaText(
                "tickets.contract.json",
                """
                {"contract":"Tickets","description":"Sells tickets.",
                 "operations":{
                   "buy":{"description":"Buys one.","method":"POST","path":"/tickets","request":"ticket.schema.json","response":"ticket.schema.json"},
                   "find":{"method":"GET","path":"/shows/{show}/tickets/{number}","parameters":{
                     "number":{"type":"string","pattern":"^[0-9]*$","minLength":1},"show":{"type":"string","pattern":"^[a-z]+-[a-z]+$"}},
                     "response":"ticket.schema.json"}},
                 "notifications":{"sold":{"body":"ticket.schema.json"}}}
                """
            ),
            new SchemaText(
                "ticket.schema.json",
                """{"type":"object","properties":{"number":{"type":"string"}}}"""
            )
        );

    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        var tests = typeof(SnapshotTests)
            .GetMethods()
            .Where(m => m.GetCustomAttribute<FactAttribute>() is not null)
            .Select(m => $"{nameof(SnapshotTests)}.{m.Name}")
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(
            Snapshot.All(),
            name => Assert.Contains(name[..name.IndexOf('#', StringComparison.Ordinal)], tests)
        );
    }

    private static void Verify(string schema, [CallerMemberName] string test = "") =>
        Verify([new SchemaText("sample.schema.json", schema)], test);

    private static void Verify(
        SchemaText first,
        SchemaText second,
        [CallerMemberName] string test = ""
    ) => Verify([first, second], test);

    private static void Verify(SchemaText[] files, string test)
    {
        var run = GeneratorRun.Of(files);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFindings);
        AssertCached(run);
        Snapshot.Verify($"{nameof(SnapshotTests)}.{test}", run.Sources);
    }

    private static void AssertCached(GeneratorRun run)
    {
        var again = run.Again(driver => driver, "class Unrelated { }");

        Assert.NotEmpty(StepReasons.Of(again, StepNames.Bound));
        Assert.All(
            StepReasons.Of(
                again,
                again.Result.TrackedSteps.Keys.Where(k =>
                    k != "Compilation"
                    && !k.StartsWith("compilation", StringComparison.OrdinalIgnoreCase)
                )
            ),
            reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)
        );
        Assert.All(
            StepReasons.OfOutputs(again),
            reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)
        );
    }
}
