namespace Doku.Contracts.Patterns.Tests.Judging;

/// <summary>Makes texts: mostly of characters that patterns name, some of any character, some with unpaired surrogates.</summary>
internal sealed class RandomTexts(Random random)
{
    private static readonly string[] Known =
    [
        "a",
        "b",
        "c",
        "d",
        "z",
        "A",
        "B",
        "0",
        "7",
        "_",
        "-",
        " ",
        "/",
        ",",
        ".",
        "$",
        "\\",
        "é",
        "ß",
        "ü",
        "中",
        "٣",
        "\u00A0",
        "\u0085",
        "\uFEFF",
        "\u2028",
        "\uFFFF",
        "\u0301",
        "\uE000",
        "😀",
        "😁",
        "😂",
        "🇮",
        "𐐀",
        "𐐨",
        "𝟘",
        "\U00010000",
        "\U0010FFFF",
        "\U000F0000",
        "\n",
        "\r",
        "\t",
        "\v",
        "\f",
        "\0",
        "\b",
        "\ud83d",
        "\ude00",
        "\ud800",
        "\udfff",
    ];

    // Blocks without gaps that have been the same for long: the judge may know another version of Unicode.
    private static readonly (int First, int Last)[] Blocks =
    [
        (0x0000, 0x024F),
        (0x0400, 0x04FF),
        (0x2010, 0x205E),
        (0x3041, 0x3096),
        (0x4E00, 0x9FA5),
        (0xAC00, 0xD7A3),
        (0xE000, 0xF8FF),
        (0xFDD0, 0xFDEF),
        (0x10400, 0x1049D),
        (0x1D400, 0x1D454),
        (0x1D7CE, 0x1D7FF),
        (0x1F600, 0x1F64F),
        (0x20000, 0x2A6D6),
        (0x100000, 0x10FFFD),
    ];

    public string Next() =>
        string.Concat(Enumerable.Range(0, random.Next(0, 7)).Select(_ => Character()));

    private string Character()
    {
        if (random.Next(6) > 0)
        {
            return Known[random.Next(random.Next(2) == 0 ? 12 : Known.Length)];
        }

        var (first, last) = Blocks[random.Next(Blocks.Length)];
        return char.ConvertFromUtf32(random.Next(first, last + 1));
    }
}
