using System.Globalization;
using System.Text;
using System.Text.Json;
using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Changes of texts.</summary>
internal static class TextMutations
{
    private static readonly string[] Intruders =
    [
        "|",
        " ",
        "\u0000",
        "\t",
        "\u00A0",
        "é",
        "٣",
        "１",
        "A",
        "z",
        "7",
        "-",
        "😀",
        "😃",
        "e\u0301",
        "<",
        "\u2028",
        "\u0085",
    ];

    public static IEnumerable<Mutation> Of(string json, SchemaFacts facts, Random random)
    {
        using var document = JsonDocument.Parse(json);
        if (TextIntegrity.HasLoneSurrogate(document.RootElement))
        {
            // It is judged as it stands; the framework can't hold it as UTF-8 to change it.
            yield break;
        }

        var text = document.RootElement.GetString()!;
        yield return new("trailing newline", JsonTexts.Quote(text + "\n"));
        yield return new("leading newline", JsonTexts.Quote("\n" + text));
        yield return new("empty", "\"\"");
        yield return new("upper case", JsonTexts.Quote(text.ToUpperInvariant()));
        yield return new("lower case", JsonTexts.Quote(text.ToLowerInvariant()));
        yield return new("trailing space", JsonTexts.Quote(text + " "));
        yield return new("one character less", JsonTexts.Quote(text.Length > 0 ? text[1..] : "?"));
        yield return new("lone high surrogate", json[..^1] + "\\ud83d\"");
        yield return new("lone low surrogate", "\"\\ude00" + json[1..]);
        yield return new("surrogates in the wrong order", "\"\\ude00\\ud83d\"");
        yield return new("escaped", Escaped(text));
        yield return new("non-BMP character", JsonTexts.Quote(text + "😀"));
        yield return new("illegal character", Insert(text, random));
        yield return new("illegal character", Insert(text, random));
        yield return new("changed character", Replace(text, random));
        foreach (var mutation in Lengths(text, facts))
        {
            yield return mutation;
        }

        foreach (var value in facts.Enumerated)
        {
            yield return new("other value of the enumeration", value);
        }

        if (facts.Text("format") is not null)
        {
            var (_, texts) = TextMaker.Formats.ElementAt(random.Next(TextMaker.Formats.Count));
            yield return new("other format", JsonTexts.Quote(texts[random.Next(texts.Length)]));
            yield return new("changed character", Replace(text, random));
            yield return new("changed character", Replace(text, random));
        }
    }

    private static IEnumerable<Mutation> Lengths(string text, SchemaFacts facts)
    {
        foreach (var keyword in new[] { "minLength", "maxLength" })
        {
            foreach (var limit in facts.All(keyword))
            {
                if (limit.GetDecimal() > 5000)
                {
                    continue;
                }

                for (
                    var length = (int)limit.GetDecimal() - 1;
                    length <= (int)limit.GetDecimal() + 1;
                    length++
                )
                {
                    if (length >= 0)
                    {
                        yield return new(
                            "length at a limit",
                            Of(length, text.Length > 0 ? text[..1] : "a")
                        );
                        yield return new("non-BMP length at a limit", Of(length, "😀"));
                    }
                }
            }
        }
    }

    private static string Of(int length, string character) =>
        JsonTexts.Quote(
            string.Concat(
                Enumerable.Repeat(
                    char.IsSurrogate(character[0]) && character.Length == 1 ? "😁" : character,
                    length
                )
            )
        );

    private static string Insert(string text, Random random)
    {
        var at = Boundary(text, random.Next(text.Length + 1));
        return JsonTexts.Quote(text.Insert(at, Intruders[random.Next(Intruders.Length)]));
    }

    private static string Replace(string text, Random random)
    {
        var runes = text.EnumerateRunes().Select(r => r.ToString()).ToArray();
        if (runes.Length == 0)
        {
            return "\"x\"";
        }

        runes[random.Next(runes.Length)] = Intruders[random.Next(Intruders.Length)];
        return JsonTexts.Quote(string.Concat(runes));
    }

    private static int Boundary(string text, int at) =>
        at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var c in text)
        {
            escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return escaped.Append('"').ToString();
    }
}
