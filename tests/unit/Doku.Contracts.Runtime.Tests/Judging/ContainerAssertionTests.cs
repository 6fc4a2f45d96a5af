using Doku.Contracts.Runtime.Assertions;
using Doku.Contracts.Runtime.Tests.Support;

namespace Doku.Contracts.Runtime.Tests.Judging;

public sealed class ContainerAssertionTests
{
    private static readonly Assertion Text = Rules.Types(JsonTypes.String);
    private static readonly Assertion Number = Rules.Types(JsonTypes.Number);

    [Fact]
    public void Items_are_judged_by_their_place()
    {
        var rules = Rules.Schema(Rules.PrefixItems(Text, Number), Rules.Items(2, Rules.Never));
        Assert.True(Judged.Holds(rules, "[]"));
        Assert.True(Judged.Holds(rules, """["a"]"""));
        Assert.True(Judged.Holds(rules, """["a",1]"""));
        Assert.Equal(
            [
                "/0 type: must be a text",
                "/1 type: must be a number",
                "/2 not_allowed: is not allowed",
                "/3 not_allowed: is not allowed",
            ],
            Judged.Words(rules, """[1,"a",[{"x":1},2],null]""")
        );
    }

    [Theory]
    [InlineData(1, null, "[\"a\",1]", null)]
    [InlineData(1, null, "[1]", "must have at least 1 item that fits")]
    [InlineData(2, 3, "[\"a\",1]", "must have at least 2 items that fit")]
    [InlineData(0, 1, "[]", null)]
    [InlineData(0, 1, "[\"a\",\"b\"]", "must have at most 1 item that fits")]
    [InlineData(0, null, "[1]", null)]
    public void Contains_counts_the_items_that_fit(int min, int? max, string json, string? message)
    {
        var errors = Judged.Errors(Rules.Contains(Text, min, max), json);
        Assert.Equal(message is null ? [] : [message], errors.Select(e => e.Message));
        Assert.All(errors, e => Assert.Equal(("", "contains"), (e.Pointer, e.Code)));
    }

    [Theory]
    [InlineData("[1,2,3]", true)]
    [InlineData("[1,1.0]", false)]
    [InlineData("[\"a\",\"\\u0061\"]", false)]
    [InlineData("[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]", false)]
    [InlineData("[[1,2],[2,1]]", true)]
    [InlineData("[1,true,\"1\",null,[],{},false,0]", true)]
    [InlineData("[[[[{}]]],[[[{}]]]]", false)]
    public void Unique_items_are_different_by_value(string json, bool areUnique) =>
        Assert.Equal(areUnique, Judged.Holds(Rules.UniqueItems(), json));

    [Fact]
    public void Counts_of_items_and_members_say_their_limits()
    {
        Assert.Equal(
            [" min_items: must have at least 1 item"],
            Judged.Words(Rules.MinItems(1), "[]")
        );
        Assert.Equal(
            [" max_items: must have at most 1 item"],
            Judged.Words(Rules.MaxItems(1), "[1,2]")
        );
        Assert.Equal(
            [" unique_items: must not have two equal items"],
            Judged.Words(Rules.UniqueItems(), "[1,1,1]")
        );
        Assert.Equal(
            [" min_properties: must have at least 2 members"],
            Judged.Words(Rules.MinProperties(2), """{"a":[1,2,3]}""")
        );
        Assert.Equal(
            [" max_properties: must have at most 1 member"],
            Judged.Words(Rules.MaxProperties(1), """{"a":1,"b":1}""")
        );
    }

    [Fact]
    public void Members_are_judged_by_name_pattern_or_neither()
    {
        var pattern = new ContractPattern("^x-");
        var rules = Rules.Schema(
            Rules.Properties(("a", Text), ("b/~", Number)),
            Rules.PatternProperties((pattern, Number)),
            Rules.AdditionalProperties(["a", "b/~"], [pattern], Rules.Never)
        );
        Assert.True(Judged.Holds(rules, """{"a":"","\u0062/~":1,"x-1":2}"""));
        Assert.Equal(
            [
                "/a type: must be a text",
                "/b~1~0 type: must be a number",
                "/x-1 type: must be a number",
                "/c unknown_member: is not a member of this object",
            ],
            Judged.Words(rules, """{"a":1,"b/~":"","x-1":null,"c":{}}""")
        );
    }

    [Fact]
    public void A_member_whose_schema_is_false_is_not_allowed() =>
        Assert.Equal(
            ["/a not_allowed: is not allowed"],
            Judged.Words(Rules.Properties(("a", Rules.Never)), """{"a":1,"b":2}""")
        );

    [Fact]
    public void Mandatory_members_are_named_one_by_one()
    {
        var rules = Rules.Properties(("o", Rules.Required("a", "b", "c/d", "a")));
        Assert.Equal(
            ["/o/b required: is required", "/o/c~1d required: is required"],
            Judged.Words(rules, """{"o":{"\u0061":null}}""")
        );
    }

    [Fact]
    public void More_mandatory_members_than_a_word_has_bits_are_all_told()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"m{i}").ToArray();
        var members = names.Where((_, i) => i is not (63 or 64 or 199)).Select(n => $"\"{n}\":1");
        Assert.Equal(
            ["/m63", "/m64", "/m199"],
            Judged
                .Errors(Rules.Required(names), "{" + string.Join(',', members) + "}")
                .Select(e => e.Pointer)
        );
    }

    [Fact]
    public void A_member_may_demand_others_or_a_schema()
    {
        var required = Rules.DependentRequired("a", "b", "c");
        Assert.True(Judged.Holds(required, """{"b":1}"""));
        Assert.Equal(["/c required: is required"], Judged.Words(required, """{"a":1,"b":1}"""));
        var schema = Rules.DependentSchema("a", Rules.MaxProperties(1));
        Assert.True(Judged.Holds(schema, """{"b":1,"c":2}"""));
        Assert.False(Judged.Holds(schema, """{"\u0061":1,"c":2}"""));
    }

    [Fact]
    public void A_name_is_judged_as_a_text()
    {
        var rules = Rules.PropertyNames(
            Rules.Schema(Rules.MaxLength(2), Rules.Pattern(new ContractPattern("^[a-z]*$")))
        );
        Assert.True(Judged.Holds(rules, """{"ab":1,"":2,"\u0061":3}"""));
        Assert.Equal(
            [
                "/abc property_name: has a name that must have at most 2 characters",
                "/A property_name: has a name that must match the pattern ^[a-z]*$",
            ],
            Judged.Words(rules, """{"abc":{"x":1},"A":2}""")
        );
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"abc\"")]
    [InlineData("null")]
    public void Checks_of_arrays_and_objects_say_nothing_about_other_kinds(string json)
    {
        var rules = Rules.Schema(
            Rules.MinItems(1),
            Rules.MaxItems(0),
            Rules.UniqueItems(),
            Rules.PrefixItems(Rules.Never),
            Rules.Items(0, Rules.Never),
            Rules.Contains(Rules.Never, 1, null),
            Rules.MinProperties(1),
            Rules.Required("a"),
            Rules.PropertyNames(Rules.Never),
            Rules.AdditionalProperties([], [], Rules.Never),
            Rules.UnevaluatedItems(Rules.Never),
            Rules.UnevaluatedProperties(Rules.Never)
        );
        Assert.True(Judged.Holds(rules, json));
    }
}
