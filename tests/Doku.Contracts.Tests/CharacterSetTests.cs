using System.Text;
using Doku.Contracts.Common;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Tests;

/// <summary>Short, middling and long texts are searched in different ways; each must say what looking at each character says.</summary>
public sealed class CharacterSetTests
{
    private static readonly CharacterSet[] Sets =
    [
        CharacterSets.Digits,
        CharacterSets.ItemName,
        CharacterSets.UrlCharacters,
        new("none", "", ""),
        new("all of ASCII", "\0\u007F", ""),
        new("beyond", "\u0080\u00FF\U0001F600\U0001F64F", ""),
    ];

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 50)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Finds_a_character_at_any_place_of_a_text_of_any_length(int length)
    {
        foreach (var set in Sets)
        {
            var filler = Enumerable
                .Range(0, 128)
                .FirstOrDefault(c => set.Contains(new Rune(c)), -1);
            for (var place = 0; place < length && filler >= 0; place++)
            {
                for (var c = 0; c < 0x180; c++)
                {
                    var text = new string((char)filler, length)
                        .Remove(place, 1)
                        .Insert(place, ((char)c).ToString());

                    AssertVerdict(set, text, length);
                }
            }
        }
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("abcdefgh\uDC00")]
    [InlineData("\U0001F600\U0001F600\U0001F600\U0001F600")]
    [InlineData("ĀĀĀĀ")]
    [InlineData("\u0130\u0131\u0132\u0133\u0134\u0135\u0136\u0137\u0138\u0139")]
    public void A_character_beyond_ASCII_is_never_taken_for_its_lower_half(string text)
    {
        foreach (var set in Sets)
        {
            AssertVerdict(set, text, text.Length);
        }
    }

    private static void AssertVerdict(CharacterSet set, string text, int length)
    {
        var errors = new ContractErrorSink(10);
        ContractChecks.Text(text, length, length, set, ref errors);

        var characters = 0;
        var isAllowed = true;
        for (var at = 0; at < text.Length; characters++)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var width);
            isAllowed &= status == System.Buffers.OperationStatus.Done && set.Contains(rune);
            at += width;
        }

        var expected = (isAllowed ? 0 : 1) + (characters < length ? 1 : 0);
        Assert.True(
            expected == errors.Count,
            $"{set} and a text of {length}: {errors.Count} errors"
        );
    }
}
