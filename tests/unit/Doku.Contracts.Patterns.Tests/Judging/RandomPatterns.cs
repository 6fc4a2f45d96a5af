using System.Globalization;

namespace Doku.Contracts.Patterns.Tests.Judging;

/// <summary>Makes valid patterns of everything that can be matched in linear time.</summary>
internal sealed class RandomPatterns(Random random)
{
    private static readonly string[] Characters =
    [
        "a",
        "b",
        "c",
        "z",
        "A",
        "0",
        "7",
        "_",
        "-",
        " ",
        "/",
        ",",
        "é",
        "ß",
        "中",
        "٣",
        "\u00A0",
        "\uFEFF",
        "\u2028",
        "\uFFFF",
        "😀",
        "😁",
        "𐐀",
        "𐐨",
        "𝟘",
        "\U00010000",
        "\U0010FFFF",
        @"\n",
        @"\r",
        @"\t",
        @"\v",
        @"\f",
        @"\x00",
        @"\cJ",
        @"\x41",
        @"\u0062",
        @"\u{61}",
        @"\u{1F600}",
        @"\ud83d\ude00",
        @"\uD801\uDC00",
        @"\ud83d",
        @"\ude00",
        @"\/",
        @"\.",
        @"\$",
        @"\\",
    ];

    private static readonly string[] Sets =
    [
        @"\d",
        @"\D",
        @"\w",
        @"\W",
        @"\s",
        @"\S",
        @"\p{L}",
        @"\P{L}",
        @"\p{Lu}",
        @"\p{Lowercase_Letter}",
        @"\p{gc=Nd}",
        @"\P{General_Category=Punctuation}",
        @"\p{So}",
        @"\p{Zs}",
        @"\p{Cc}",
        @"\p{Cs}",
        @"\P{Cs}",
        @"\p{Co}",
        @"\p{LC}",
        @"\p{M}",
        @"\p{Any}",
        @"\P{Any}",
        @"\p{ASCII}",
        @"\P{ASCII}",
        @"\p{AHex}",
        @"\p{Assigned}",
        @"\p{White_Space}",
        @"\p{RI}",
    ];

    private static readonly string[] Quantifiers =
    [
        "*",
        "+",
        "?",
        "*?",
        "+?",
        "??",
        "{0}",
        "{1}",
        "{2}",
        "{0,1}",
        "{1,2}",
        "{2,3}",
        "{1,}",
        "{2,}?",
        "{0,3}?",
    ];

    public string Next() => Alternatives(random.Next(1, 4));

    /// <summary>Characters, sets and classes with quantifiers; no group and no anchor.</summary>
    public string NextSequence() =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(1, 4))
                .Select(_ => Atom(0) + (random.Next(2) == 0 ? Pick(Quantifiers) : ""))
        );

    private string Alternatives(int depth)
    {
        var count = random.Next(5) == 0 ? random.Next(2, 4) : 1;
        return string.Join('|', Enumerable.Range(0, count).Select(_ => Sequence(depth)));
    }

    private string Sequence(int depth)
    {
        var parts = string.Concat(Enumerable.Range(0, random.Next(0, 5)).Select(_ => Term(depth)));
        return (random.Next(3) == 0 ? "^" : "") + parts + (random.Next(3) == 0 ? "$" : "");
    }

    private string Term(int depth)
    {
        if (random.Next(12) == 0)
        {
            return Pick(@"\b", @"\B", "^", "$");
        }

        return Atom(depth) + (random.Next(3) == 0 ? Pick(Quantifiers) : "");
    }

    private string Atom(int depth) =>
        random.Next(10) switch
        {
            < 3 => Pick(Characters),
            3 => Pick(Sets),
            4 => ".",
            < 8 => Class(),
            _ when depth > 0 => Pick(
                "(",
                "(?:",
                $"(?<n{random.Next(int.MaxValue).ToString(CultureInfo.InvariantCulture)}>"
            )
                + Alternatives(depth - 1)
                + ")",
            _ => Pick(Characters),
        };

    private string Class() =>
        "["
        + Pick("", "", "^")
        + string.Concat(Enumerable.Range(0, random.Next(0, 4)).Select(_ => Member()))
        + "]";

    private string Member() =>
        random.Next(4) switch
        {
            0 => Pick(Sets),
            1 => Pick(
                "a-z",
                "0-9",
                "A-Z",
                "!-~",
                "é-ü",
                "中-龥",
                "😀-😂",
                "\U00010000-\U0010FFFF",
                @"\u{10400}-\u{1044F}",
                @"a-\u{1F600}",
                @"\ud83d\ude00-\ud83d\ude02",
                @"\0-\x1f",
                @"\ud800-\udbff",
                @"\u{DC00}-\u{DFFF}",
                "+-9"
            ),
            _ => Pick([.. Characters.Where(c => c != "-"), @"\-", @"\b", ".", "$", "(", "*"]),
        };

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
