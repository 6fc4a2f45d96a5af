using Doku.Contracts.Runtime.Assertions;
using Doku.Contracts.Runtime.Tests.Support;

namespace Doku.Contracts.Runtime.Tests.Judging;

public sealed class ApplicatorTests
{
    private static readonly Assertion Text = Rules.Types(JsonTypes.String);
    private static readonly Assertion Number = Rules.Types(JsonTypes.Number);

    [Fact]
    public void All_of_several_report_each_their_own() =>
        Assert.Equal(
            [" type: must be a text", " minimum: must be at least 5"],
            Judged.Words(Rules.AllOf(Text, Rules.Minimum("5"), Rules.Maximum("9")), "1")
        );

    [Fact]
    public void Any_of_several_is_one_error_when_none_fits()
    {
        var rules = Rules.AnyOf(Text, Rules.Minimum("5"), Rules.Enum("2"));
        Assert.True(Judged.Holds(rules, "\"a\""));
        Assert.True(Judged.Holds(rules, "5"));
        Assert.True(Judged.Holds(rules, "2"));
        Assert.Equal(
            [" any_of: must fit at least one of the 3 alternatives, and fits none"],
            Judged.Words(rules, "1")
        );
    }

    [Theory]
    [InlineData("\"a\"", null)]
    [InlineData("3", "must fit one of the 3 alternatives, and fits none")]
    [InlineData("6", "must fit one of the 3 alternatives, and fits 2")]
    public void One_of_several_tells_how_many_fit(string json, string? message)
    {
        var rules = Rules.OneOf(
            Text,
            Rules.Schema(Number, Rules.Minimum("5")),
            Rules.Schema(Number, Rules.Minimum("6"))
        );
        var errors = Judged.Errors(rules, json);
        Assert.Equal(message is null ? [] : [message], errors.Select(e => e.Message));
        Assert.All(errors, e => Assert.Equal("one_of", e.Code));
    }

    [Fact]
    public void What_is_excluded_is_refused()
    {
        Assert.True(Judged.Holds(Rules.Not(Text), "1"));
        Assert.Equal(
            [" not: must not be what the schema excludes"],
            Judged.Words(Rules.Not(Text), "\"a\"")
        );
    }

    [Fact]
    public void A_condition_chooses_what_applies_and_is_no_error_itself()
    {
        var rules = Rules.If(Number, Rules.Minimum("5"), Rules.MinLength(2));
        Assert.Equal([" minimum: must be at least 5"], Judged.Words(rules, "1"));
        Assert.Equal(
            [" min_length: must have at least 2 characters"],
            Judged.Words(rules, "\"a\"")
        );
        Assert.True(Judged.Holds(Rules.If(Number, null, null), "1"));
    }

    [Fact]
    public void Trying_alternatives_reports_nothing_from_inside_them()
    {
        var inner = Rules.Properties(("a", Rules.AllOf(Text, Rules.MinLength(9))));
        var rules = Rules.Schema(
            Rules.Not(Rules.Not(Rules.AnyOf(Rules.Never, Rules.Not(inner)))),
            Rules.If(inner, Rules.Always, Rules.Required("z"))
        );
        Assert.Equal(["/z required: is required"], Judged.Words(rules, """{"a":1}"""));
    }

    [Fact]
    public void Equal_errors_of_two_branches_are_one() =>
        Assert.Equal(
            ["/a required: is required"],
            Judged.Words(Rules.AllOf(Rules.Required("a"), Rules.Required("a")), "{}")
        );
}
