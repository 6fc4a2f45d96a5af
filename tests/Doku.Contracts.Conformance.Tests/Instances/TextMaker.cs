using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Makes texts that a schema allows.</summary>
internal sealed class TextMaker(Random random)
{
    private const int LongestGuess = 40;
    private const int Attempts = 12;

    private static readonly Dictionary<string, string[]> OfFormat = new(StringComparer.Ordinal)
    {
        ["date"] = ["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"],
        ["time"] = ["08:51:02Z", "23:59:60Z", "00:00:00.5+07:00", "12:30:00-01:30"],
        ["date-time"] =
        [
            "2026-11-22T01:58:29Z",
            "2024-02-29T00:00:00+07:00",
            "2016-12-31T23:59:60Z",
        ],
        ["duration"] = ["P3DT12H", "P4W", "PT1M", "P1Y2M3D"],
        ["uri"] =
        [
            "https://example.com/a?b=c#d",
            "http://localhost:8080",
            "urn:a:b",
            "mailto:a@b.c",
        ],
        ["email"] = ["a@example.com", "first.last+tag@sub.example.co.id"],
        ["uuid"] = ["123e4567-e89b-12d3-a456-426614174000", "ABCDEF01-2345-6789-ABCD-EF0123456789"],
        ["ipv4"] = ["127.0.0.1", "255.255.255.255", "10.20.30.40"],
        ["ipv6"] = ["::1", "2001:db8::8:800:200c:417a", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8"],
        ["regex"] = ["^a+$", "[0-9]{2}", "a|b"],
        ["doku-jakarta"] = ["20240131085100", "20240229235959"],
        ["doku-utc"] = ["20240131085100", "2024-01-31T01:51:00Z"],
    };

    /// <summary>The texts of a format that are at hand; those of others are texts that it refuses, mostly.</summary>
    public static IReadOnlyDictionary<string, string[]> Formats => OfFormat;

    public string Make(SchemaFacts facts)
    {
        var min = (int)(facts.Largest("minLength") ?? 0);
        var max = (int)Math.Min(facts.Smallest("maxLength") ?? LongestGuess, min + LongestGuess);
        for (var i = 0; i < Attempts; i++)
        {
            var text = Guess(facts, min, max);
            var length = text.EnumerateRunes().Count();
            if (
                length >= min
                && length <= max
                && facts.All("pattern").All(p => EcmaPattern.IsMatch(p.GetString()!, text))
            )
            {
                return text;
            }
        }

        return Guess(facts, min, max);
    }

    private string Guess(SchemaFacts facts, int min, int max)
    {
        if (facts.Text("format") is { } format)
        {
            var known = OfFormat[format];
            return known[random.Next(known.Length)];
        }

        // Both ends of the allowed lengths are where mistakes are.
        var length = random.Next(4) switch
        {
            0 => min,
            1 => max,
            _ => random.Next(min, max + 1),
        };
        var patterns = facts.All("pattern").ToList();
        if (patterns.Count > 0)
        {
            var pattern = patterns[random.Next(patterns.Count)].GetString()!;
            return new PatternSampler(pattern, random, length).Sample();
        }

        var characters = random.Next(4) == 0 ? "aé😀ß\u0001\"\\\n" : "abcdefghij";
        var runes = characters.EnumerateRunes().ToArray();
        return string.Concat(
            Enumerable.Range(0, length).Select(_ => runes[random.Next(runes.Length)])
        );
    }
}
