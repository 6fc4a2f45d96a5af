using Doku.Contracts.Runtime;

namespace Doku.Contracts.Patterns.Tests;

/// <summary>What is refused, with which reason, and at which place.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData(@"^[+-\w]+$", 2, "both ends of a range are single characters")]
    [InlineData("[b-a]", 1, "the first character of a range is above the last")]
    [InlineData(@"a\a", 1, @"\a means nothing in ECMA-262")]
    [InlineData(@"\012", 0, @"\0 means nothing in ECMA-262")]
    [InlineData("a(?i)", 1, "ECMA-262 has the groups")]
    [InlineData("(?<a>x)(?<a>y)", 7, "two groups are named a")]
    [InlineData("x(a", 1, "the group isn't closed")]
    [InlineData("a)", 1, "no group is open that ) could close")]
    [InlineData("a{2,1}", 1, "the least number of repetitions is above the greatest")]
    [InlineData("{", 0, "there is nothing that { could repeat")]
    [InlineData(@"\u{110000}", 0, @"\u is followed by four hexadecimal digits")]
    [InlineData(@"a\k", 1, @"\k is followed by the name of a group")]
    [InlineData(@"(a)\2", 3, @"\2 refers to a group that isn't there")]
    [InlineData(@"a\p{Foo}", 1, @"\p is followed by a property")]
    [InlineData(@"^\p{Script=Greek}$", 1, @"\p{Script=Greek} can't be matched")]
    [InlineData(@"[a\P{Emoji}]", 0, @"\P{Emoji} can't be matched")]
    [InlineData("a(?=b)", 1, "look-ahead can't be matched in linear time")]
    [InlineData("a(?<!b)", 1, "look-behind can't be matched in linear time")]
    [InlineData(@"(a)\1", 3, @"the back-reference \1 can't be matched in linear time")]
    public void A_pattern_is_refused_at_its_place(string source, int at, string reason)
    {
        Assert.Null(EcmaPattern.Translate(source, out var error));

        Assert.Equal(at, error!.At);
        Assert.StartsWith(reason, error.Message, StringComparison.Ordinal);
        var exception = Assert.Throws<ArgumentException>(() => new ContractPattern(source));
        Assert.Contains(error.ToString(), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    [InlineData(1_000_000, false)]
    public void Groups_are_nested_so_deep_and_no_deeper(int depth, bool isValid)
    {
        var source = new string('(', depth) + new string(')', depth);

        Assert.Equal(isValid, EcmaPattern.IsValid(source));
    }

    [Fact]
    public void A_pattern_cannot_tell_more_characters_apart_than_there_are_stand_ins()
    {
        static string Source(int count) =>
            string.Join(
                "|",
                Enumerable.Range(0x20000, count).Select(c => char.ConvertFromUtf32(c))
            );

        // One stands for all that the pattern doesn't name.
        Assert.True(new ContractPattern(Source(2047)).IsMatch("\U00020000"));
        Assert.Throws<ArgumentException>(() => new ContractPattern(Source(2048)));
    }
}
