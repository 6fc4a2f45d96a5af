using System.Globalization;
using System.Text.RegularExpressions;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Patterns.Tests;

/// <summary>What is too large for the framework's automaton is refused before the framework does.</summary>
public class SizeTests
{
    [Theory]
    [InlineData("a{9999}", true)]
    [InlineData("a{10000}", false)]
    [InlineData("a{9998,}", true)]
    [InlineData("a{9999,}", false)]
    [InlineData("^[a-z]{0,999}[a-z0-9]{0,1000}$", true)]
    [InlineData("^[a-z]{0,1000}[a-z0-9]{0,1000}$", false)]
    [InlineData("(?:(?:ab){10}){99}", true)]
    [InlineData("(?:(?:ab){100}){50}", false)]
    [InlineData(@"\b(?:ab|cd){499}", true)]
    [InlineData(@"\b(?:ab|cd){500}", false)]
    [InlineData("(?:[]{2000}){2000}", false)]
    public void The_limit_is_the_frameworks(string source, bool isAccepted)
    {
        Assert.Equal(isAccepted, EcmaPattern.Translate(source, out _) is not null);

        var tree = EcmaParser.Parse(source, out _)!;
        var expression = EcmaTranslation.Create(tree, out _)!.Expression;
        if (isAccepted)
        {
            _ = new Regex(expression, RegexOptions.NonBacktracking);
        }
        else
        {
            Assert.Throws<NotSupportedException>(() =>
                new Regex(expression, RegexOptions.NonBacktracking)
            );
        }
    }

    [Theory]
    [InlineData("a{2147483647}")]
    [InlineData("a{99999999999}")]
    [InlineData("a{99999999998,99999999999}")]
    public void More_repetitions_than_a_text_has_characters_are_too_many(string source) =>
        Assert.Null(EcmaPattern.Translate(source, out _));

    [Theory]
    [InlineData("^a{0,99999999999}$")]
    [InlineData("^(?:){99999999999}a$")]
    [InlineData("(?:^){99999999999}a(?:$){0,99999999999}")]
    [InlineData("^(?:a{99999}){0}a$")]
    public void A_large_number_alone_makes_no_pattern_large(string source) =>
        Assert.True(new ContractPattern(source).IsMatch("a"));

    [Fact]
    public void What_is_accepted_can_be_constructed()
    {
        var random = new Random(262);
        var accepted = 0;
        for (var i = 0; i < 400; i++)
        {
            var source = Large(random, random.Next(4, 15_000));
            var translation = EcmaPattern.Translate(source, out _);
            if (translation is not null)
            {
                accepted++;
                _ = new ContractPattern(source).IsMatch("ab-01");
            }
        }

        // Near the limit on both sides.
        Assert.InRange(accepted, 100, 300);
    }

    // A pattern of about a number of characters, with its repetitions written out.
    private static string Large(Random random, int size)
    {
        if (size < 4)
        {
            return random.Next(4) switch
            {
                0 => "a",
                1 => "[a-z]",
                2 => "[^0-9]",
                _ => "😀",
            };
        }

        var part = random.Next(1, size);
        return random.Next(7) switch
        {
            0 => Large(random, part) + Large(random, size - part),
            1 => $"(?:{Large(random, part)}|{Large(random, size - part)})",
            2 => $"(?:^{Large(random, size)}$)",
            3 => $"[a-z]{Count(random, size)}",
            4 => $"(?:{Large(random, Math.Min(size, 50))}){Count(random, Math.Max(1, size / 50))}",
            5 => $"(?:{Large(random, size / 2)})+",
            _ => $"(?:{Large(random, size)})?",
        };
    }

    private static string Count(Random random, int count)
    {
        var max = count.ToString(CultureInfo.InvariantCulture);
        var min = random.Next(count + 1).ToString(CultureInfo.InvariantCulture);
        return random.Next(4) switch
        {
            0 => $"{{{max}}}",
            1 => $"{{{max},}}",
            2 => $"{{{min},{max}}}",
            _ => $"{{0,{max}}}",
        };
    }
}
