namespace Doku.Contracts.Patterns.Tests.Judging;

/// <summary>Makes texts that are nearly regular expressions: signs at random, and valid patterns with a few signs changed.</summary>
internal sealed class RandomSyntax(Random random)
{
    private static readonly string[] Signs =
    [
        .. "^$\\.*+?()[]{}|/-,:=!<>_ #&'\"@~%;`".Select(c => c.ToString()),
        .. "abcdefknpqrtuvxzABDPSWZ01239".Select(c => c.ToString()),
        "(?:",
        "(?=",
        "(?!",
        "(?<=",
        "(?<!",
        "(?<a>",
        "(?<b>",
        "(?",
        "\\k<a>",
        "\\k",
        "\\1",
        "\\2",
        "\\p{",
        "\\p{L}",
        "\\P{Lu}",
        "\\p{sc=Greek}",
        "\\p{gc=",
        "{2}",
        "{2,}",
        "{2,3}",
        "{3,2}",
        "{,2}",
        "\\u",
        "\\u{",
        "\\u{61}",
        "\\ud83d",
        "\\ude00",
        "\\x4",
        "\\x41",
        "\\cJ",
        "\\c",
        "\\0",
        "\\d",
        "\\w",
        "[^",
        "[a-",
        "a-z]",
        "😀",
        "é",
        "\ud83d",
        "\ude00",
        "\n",
    ];

    private readonly RandomPatterns _patterns = new(random);

    public string Next() => random.Next(2) == 0 ? AtRandom() : Changed(_patterns.Next());

    private string AtRandom() =>
        string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Sign()));

    private string Changed(string pattern)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(pattern.Length + 1);
            pattern = random.Next(3) switch
            {
                0 when at < pattern.Length => pattern.Remove(at, 1),
                1 when at < pattern.Length => pattern.Remove(at, 1).Insert(at, Sign()),
                _ => pattern.Insert(at, Sign()),
            };
        }

        return pattern;
    }

    private string Sign() => Signs[random.Next(Signs.Length)];
}
