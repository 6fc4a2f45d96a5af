using System.Text;
using Doku.Contracts.Runtime.Assertions;

namespace Doku.Contracts.Runtime.Tests.Judging;

/// <summary>Values in memory, judged by the JSON that they write.</summary>
public sealed class JudgeValueTests
{
    private static readonly Assertion Closed = Rules.Schema(
        Rules.Properties(("a", Rules.Types(JsonTypes.String))),
        Rules.AdditionalProperties(["a"], [], Rules.Never)
    );

    [Fact]
    public void A_value_is_judged_by_what_it_writes()
    {
        var errors = new ContractErrorSink(10);
        ContractChecks.Judge(ContractValue.Parse("""{"a":"x"}"""), Closed, ref errors);
        Assert.True(errors.ToErrors().IsValid);
        ContractChecks.Judge(ContractValue.Parse("""{"a":1,"b":2}"""), Closed, ref errors);
        Assert.Equal(
            ["/a: must be a text [type]", "/b: is not a member of this object [unknown_member]"],
            errors.ToErrors().Select(e => e.ToString())
        );
    }

    [Fact]
    public void An_error_since_the_mark_is_not_added_again()
    {
        var errors = new ContractErrorSink(10);
        var value = ContractValue.Parse("""{"a":1}""");
        errors.AddAt("/a", "type", "must be a text");
        ContractChecks.Judge(value, Closed, ref errors, mark: 0);
        Assert.Equal(1, errors.Count);
        ContractChecks.Judge(value, Closed, ref errors, mark: 1);
        Assert.Equal(2, errors.Count);
    }

    [Theory]
    [InlineData("unicode")]
    [InlineData("required")]
    public void A_value_that_can_not_be_written_is_left_to_the_error_that_says_so(string code)
    {
        var errors = new ContractErrorSink(10);
        errors.Add(code, "is so");
        ContractChecks.Judge(new Unwritable(), Rules.Never, ref errors);
        Assert.Equal(1, errors.Count);
    }

    [Fact]
    public void A_text_that_can_not_be_written_and_that_no_one_told_of_is_an_error()
    {
        var errors = new ContractErrorSink(10);
        ContractChecks.Judge(new Unwritable(), Rules.Always, ref errors);
        Assert.Equal("unicode", errors.ToErrors().Single().Code);
    }

    [Fact]
    public void Judging_a_value_allocates_nothing_when_all_is_well()
    {
        var value = ContractValue.Parse("""{"a":"x"}""");
        Assert.Equal(0, Judge(value));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Judge(value);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static int Judge(ContractValue value)
    {
        var errors = new ContractErrorSink(10);
        ContractChecks.Judge(value, Closed, ref errors);
        return errors.Count;
    }

    private sealed class Unwritable : IContract<Unwritable>
    {
        public static Unwritable? Read(ref ContractReader reader) =>
            throw new NotSupportedException();

        public static void Write(Unwritable value, ref ContractWriter writer) =>
            writer.String("\ud800");

        public static void Validate(Unwritable value, ref ContractErrorSink errors) =>
            throw new NotSupportedException();
    }
}
