using Doku.Contracts.Runtime.Assertions;
using Doku.Contracts.Runtime.Tests.Support;

namespace Doku.Contracts.Runtime.Tests.Judging;

public sealed class UnevaluatedTests
{
    private static readonly Assertion Text = Rules.Types(JsonTypes.String);

    private static readonly Assertion Closed = Rules.UnevaluatedProperties(Rules.Never);

    public static TheoryData<string> Ways =>
        ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependent", "reference", "resource"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Members_that_an_applied_schema_evaluates_are_known(string way)
    {
        var rules = Rules.Schema(
            Rules.Properties(("b", Rules.Always)),
            Applied(way, A(Text)),
            Closed
        );
        Assert.True(Judged.Holds(rules, """{"a":"","b":1}"""));
        Assert.Equal(
            ["/c unknown_member: is not a member of this object"],
            Judged.Words(rules, """{"a":"","b":1,"c":2}""")
        );
    }

    [Fact]
    public void Every_alternative_that_fits_tells_what_it_evaluates()
    {
        var rules = Rules.Schema(
            Rules.AnyOf(
                A(Text),
                Rules.Properties(("b", Text)),
                Rules.Schema(Rules.Properties(("c", Text)), Rules.Required("z"))
            ),
            Closed
        );
        Assert.True(Judged.Holds(rules, """{"a":"","b":""}"""));
        // The third alternative doesn't fit, so that it knows no member.
        Assert.Equal(["/c"], Pointers(rules, """{"a":"","c":""}"""));
    }

    [Fact]
    public void Neither_a_negation_nor_a_neighbour_tells_what_it_evaluates()
    {
        Assert.Equal(
            ["/a"],
            Pointers(Rules.Schema(Rules.Not(Rules.Not(A(Text))), Closed), """{"a":""}""")
        );
        Assert.Equal(["/a"], Pointers(Rules.AllOf(A(Text), Rules.Schema(Closed)), """{"a":""}"""));
    }

    [Fact]
    public void What_an_inner_schema_leaves_is_evaluated_by_it()
    {
        var inner = Rules.Schema(A(Text), Rules.UnevaluatedProperties(Text));
        var rules = Rules.Schema(Rules.AllOf(inner), Closed);
        Assert.True(Judged.Holds(rules, """{"a":"","b":""}"""));
        Assert.Equal(["/b"], Pointers(rules, """{"a":"","b":1}"""));
    }

    [Fact]
    public void Members_are_not_called_unknown_because_no_alternative_fits()
    {
        var rules = Rules.Schema(Rules.AnyOf(A(Text), Rules.Required("z")), Closed);
        Assert.Equal(
            [" any_of: must fit at least one of the 2 alternatives, and fits none"],
            Judged.Words(rules, """{"a":1}""")
        );
    }

    [Fact]
    public void Items_are_evaluated_by_place_or_because_they_are_contained()
    {
        var rules = Rules.Schema(
            Rules.PrefixItems(Rules.Always),
            Rules.Contains(Text, 1, null),
            Rules.AnyOf(
                Rules.Schema(Rules.PrefixItems(Rules.Always, Rules.Enum("2"))),
                Rules.Always
            ),
            Rules.UnevaluatedItems(Rules.Never)
        );
        Assert.True(Judged.Holds(rules, """[1,2,"a","b"]"""));
        Assert.Equal(["/1"], Pointers(rules, """[1,3,"a"]"""));
        Assert.Equal(["/2"], Pointers(rules, """[1,2,null,"a"]"""));
    }

    [Fact]
    public void More_members_than_a_word_has_bits_are_kept_apart()
    {
        var names = Enumerable.Range(0, 150).Select(i => $"m{i}").ToArray();
        var known = names.Where((_, i) => i is not (0 or 63 or 64 or 149));
        var rules = Rules.Schema(
            Rules.AllOf(Rules.Properties([.. known.Select(n => (n, Rules.Always))])),
            Closed
        );
        var json = "{" + string.Join(',', names.Select(n => $"\"{n}\":{{}}")) + "}";
        Assert.Equal(["/m0", "/m63", "/m64", "/m149"], Pointers(rules, json));
    }

    private static Assertion A(Assertion schema) => Rules.Properties(("a", schema));

    private static Assertion Applied(string way, Assertion schema) =>
        way switch
        {
            "allOf" => Rules.AllOf(Rules.Always, schema),
            "anyOf" => Rules.AnyOf(Rules.Never, schema),
            "oneOf" => Rules.OneOf(schema, Rules.Never),
            "if" => Rules.If(schema, null, null),
            "then" => Rules.If(Rules.Always, schema, null),
            "else" => Rules.If(Rules.Never, null, schema),
            "dependent" => Rules.DependentSchema("b", schema),
            "reference" => Rules.Reference(() => schema),
            _ => Rules.Resource([], schema),
        };

    private static IEnumerable<string> Pointers(Assertion rules, string json) =>
        Judged.Errors(rules, json).Select(e => e.Pointer);
}
