using System.Globalization;
using Doku.Contracts.Patterns.Tests.Judging;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Patterns.Tests;

/// <summary>
/// Random patterns and texts, judged by Node.js too. The variable <c>PATTERN_CASES</c> multiplies the number of cases,
/// and <c>PATTERN_SEED</c> chooses others.
/// </summary>
public class AgreementTests
{
    private const int TextsPerPattern = 10;

    private static readonly int Factor = Number("PATTERN_CASES", 1);
    private static readonly int Seed = Number("PATTERN_SEED", 262);

    [Fact]
    public void Matches_what_another_implementation_matches()
    {
        var random = new Random(Seed);
        var (patterns, texts) = (new RandomPatterns(random), new RandomTexts(random));
        var questions = Enumerable
            .Range(0, 1_000 * Factor)
            .Select(_ =>
                (
                    patterns.Next(),
                    (IReadOnlyList<string>)
                        [.. Enumerable.Range(0, TextsPerPattern).Select(_ => texts.Next())]
                )
            )
            .ToList();
        var verdicts = Node.Judge(questions);

        var differences = new List<string>();
        for (var i = 0; i < questions.Count; i++)
        {
            var (source, asked) = questions[i];
            var pattern = new ContractPattern(source);
            var expected = verdicts[i];
            Assert.True(expected is not null, $"not valid: {Shown.Of(source)}");
            for (var t = 0; t < asked.Count; t++)
            {
                if (pattern.IsMatch(asked[t]) != expected[t])
                {
                    differences.Add(
                        $"{Shown.Of(source)} {(expected[t] ? "matches" : "doesn't match")} {Shown.Of(asked[t])}"
                    );
                }
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Accepts_what_another_implementation_accepts()
    {
        var texts = new RandomSyntax(new Random(Seed));
        var questions = Enumerable
            .Range(0, 10_000 * Factor)
            .Select(_ => (texts.Next(), (IReadOnlyList<string>)[]))
            .ToList();
        var verdicts = Node.Judge(questions);

        Assert.Empty(
            questions
                .Where((q, i) => EcmaPattern.IsValid(q.Item1) != (verdicts[i] is not null))
                .Select(q => Shown.Of(q.Item1))
        );
        // Random texts that are nearly all invalid would prove little.
        Assert.InRange(verdicts.Count(v => v is not null), questions.Count / 10, questions.Count);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : otherwise;
}
