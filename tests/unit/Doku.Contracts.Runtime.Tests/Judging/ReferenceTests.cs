using System.Diagnostics;
using System.Text;
using Doku.Contracts.Runtime.Assertions;
using Doku.Contracts.Runtime.Tests.Support;

namespace Doku.Contracts.Runtime.Tests.Judging;

public sealed class ReferenceTests
{
    private static readonly Assertion List = Rules.AnyOf(
        Rules.Types(JsonTypes.Integer),
        Rules.Schema(Rules.Types(JsonTypes.Array), Rules.Items(0, Rules.Reference(() => List!)))
    );

    // An item is a number, or a list by the rules of either of two alternatives, of which the second is tried last.
    private static readonly Assertion Twice = Rules.AnyOf(
        Rules.Schema(Rules.Items(0, Rules.Reference(() => Twice!)), Rules.MaxItems(1)),
        Rules.Schema(Rules.Items(0, Rules.Reference(() => Twice!)), Rules.MaxItems(1))
    );

    private static readonly Assertion TwiceDynamic = Rules.Resource(
        [("item", () => TwiceDynamic!)],
        Rules.AnyOf(
            Rules.Schema(
                Rules.Items(0, Rules.DynamicReference("item", () => Rules.Never)),
                Rules.MaxItems(1)
            ),
            Rules.Schema(
                Rules.Items(0, Rules.DynamicReference("item", () => Rules.Never)),
                Rules.MaxItems(1)
            )
        )
    );

    private static readonly ContractReadOptions Deep = new()
    {
        IsStrict = true,
        MaxBytes = int.MaxValue,
        MaxDepth = int.MaxValue,
    };

    [Fact]
    public void A_schema_may_refer_to_itself_through_the_value()
    {
        Assert.True(Judged.Holds(List, "[1,[2,[3,[]]]]"));
        Assert.False(Judged.Holds(List, "[1,[2,[3,[\"a\"]]]]"));
    }

    [Fact]
    public void A_target_is_asked_for_once()
    {
        var asked = 0;
        var rules = Rules.Reference(() =>
        {
            asked++;
            return Rules.Always;
        });
        Assert.Equal(0, asked);
        Assert.True(Judged.Holds(rules, "[1]"));
        Assert.True(Judged.Holds(rules, "[2]"));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_schema_that_refers_to_itself_in_one_place_ends_with_an_error()
    {
        Assertion endless = null!;
        endless = Rules.AnyOf(
            Rules.Reference(() => endless),
            Rules.Not(Rules.Reference(() => endless)),
            Rules.AllOf(Rules.Reference(() => endless), Rules.Reference(() => endless))
        );
        Assert.Contains(
            Judged.Errors(endless, "{}"),
            e => e.Code == "malformed" && e.Message == "is nested too deeply to be judged"
        );
    }

    [Fact]
    public void A_value_nested_deeper_than_the_stack_ends_with_an_error()
    {
        var json = Encoding.UTF8.GetBytes(new string('[', 1_000_000) + new string(']', 1_000_000));
        Assert.Contains(Judged.Errors(List, json, Deep), e => e.Code == "malformed");
        Assert.True(Judged.Errors(Rules.Types(JsonTypes.Array), json, Deep).IsValid);
        Assert.True(Judged.Errors(Rules.Enum("1"), json, Deep).Single().Code == "enum");
        var twice = Encoding.UTF8.GetBytes(
            $"[{Encoding.UTF8.GetString(json)},{Encoding.UTF8.GetString(json)}]"
        );
        Assert.Equal("unique_items", Judged.Errors(Rules.UniqueItems(), twice, Deep).Single().Code);
    }

    [Fact]
    public void A_thread_with_a_small_stack_ends_with_an_error_too()
    {
        ContractErrors? errors = null;
        var json = new string('[', 20_000) + new string(']', 20_000);
        var thread = new Thread(
            () => errors = Judged.Errors(List, Encoding.UTF8.GetBytes(json), Deep),
            maxStackSize: 256 * 1024
        );
        thread.Start();
        thread.Join();
        Assert.Contains(errors!, e => e.Code == "malformed");
    }

    [Theory]
    [InlineData("[]", true)]
    [InlineData("[1,2]", false)]
    public void Two_ways_into_a_value_at_each_level_are_not_gone_twice(string inside, bool holds)
    {
        var watch = Stopwatch.StartNew();
        var json = new string('[', 60) + inside + new string(']', 60);
        Assert.Equal(holds, Judged.Holds(Twice, json));
        Assert.Equal(holds, Judged.Holds(TwiceDynamic, json));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void A_dynamic_reference_means_the_outermost_resource_that_has_the_anchor()
    {
        // A tree whose nodes a stricter schema extends: inside, the nodes are the stricter ones too.
        Assertion tree = null!;
        Assertion strict = null!;
        var node = Rules.Schema(
            Rules.Types(JsonTypes.Object),
            Rules.Properties(
                ("data", Rules.Always),
                ("children", Rules.Items(0, Rules.DynamicReference("node", () => tree)))
            )
        );
        tree = Rules.Resource([("node", () => node)], node);
        var strictNode = Rules.Schema(
            Rules.Reference(() => tree),
            Rules.UnevaluatedProperties(Rules.Never)
        );
        strict = Rules.Resource([("node", () => strictNode)], strictNode);
        const string Json = """{"children":[{"daat":1}]}""";
        Assert.True(Judged.Holds(tree, Json));
        Assert.Equal(
            ["/children/0/daat unknown_member: is not a member of this object"],
            Judged.Words(strict, Json)
        );
    }

    [Fact]
    public void What_one_way_found_of_a_value_does_not_answer_for_another_scope()
    {
        var numbers = Rules.Types(JsonTypes.Number);
        var texts = Rules.Types(JsonTypes.String);
        var items = Rules.Items(0, Rules.DynamicReference("item", () => Rules.Never));
        var list = Rules.Reference(() => items);
        var ofNumbers = Rules.Resource([("item", () => numbers)], list);
        var ofTexts = Rules.Resource([("item", () => texts)], list);
        var either = Rules.AnyOf(ofNumbers, ofTexts);
        Assert.True(Judged.Holds(either, "[1,2]"));
        Assert.True(Judged.Holds(either, "[\"a\"]"));
        Assert.False(Judged.Holds(either, "[1,\"a\"]"));
        Assert.False(Judged.Holds(list, "[1]"));
    }
}
