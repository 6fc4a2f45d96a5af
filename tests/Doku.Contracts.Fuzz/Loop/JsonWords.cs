using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Doku.Contracts.Fuzz.Loop;

/// <summary>Numbers, texts and names as JSON may spell them, and as it may not.</summary>
internal static class JsonWords
{
    private static readonly string[] Signs = ["", "+", "-"];

    private static readonly string[] Edges =
    [
        "0",
        "-0",
        "-0.0",
        "0e0",
        "1e-400",
        "1e400",
        "-1E+400",
        "0e99999999999999999999",
        "1e9223372036854775807",
        "1e-9223372036854775808",
        "1e9223372036854775808",
        "1e18446744073709551616",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "79228162514264337593543950335",
        "79228162514264337593543950336",
        "0.00000000000000000000000000005",
        "170000.000000000000000000000000000000000000",
        "1.7e5",
        "00",
        "01",
        "-01",
        "+1",
        "1.",
        ".5",
        "1e",
        "1e+",
        "-",
        "0x10",
        "NaN",
        "Infinity",
        "1_000",
    ];

    private static readonly string[] Texts =
    [
        "\"\"",
        "\"\\ud83d\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83d\\ud83d\\ude00\"",
        "\"\\u0000\"",
        "\"\\u00\"",
        "\"\\x\"",
        "\"|\"",
        "\"\\ud83d\\ude00\"",
        "\"\ufeff\u2028\"",
        "\"170000\"",
        "\"1e400\"",
        "\"-0\"",
        "\"20240230000000\"",
        "\"9999-12-31T23:59:60Z\"",
        "\"line\nbreak\"",
    ];

    /// <summary>A number: a known edge, or digits, fraction and exponent of any length.</summary>
    internal static string Number(Random random)
    {
        if (random.Next(3) == 0)
        {
            return Edges[random.Next(Edges.Length)];
        }

        var text = new StringBuilder(random.Next(4) == 0 ? "-" : "");
        // A leading zero is refused; most are without.
        text.Append(random.Next(30) == 0 ? "0" : "");
        text.Append((char)random.Next('1', '9' + 1));
        Digits(random.Next(5) == 0 ? 40 : random.Next(12));
        if (random.Next(3) == 0)
        {
            text.Append('.');
            Digits(1 + random.Next(random.Next(4) == 0 ? 40 : 4));
        }

        if (random.Next(2) == 0)
        {
            text.Append("eE"[random.Next(2)]);
            text.Append(Signs[random.Next(Signs.Length)]);
            // Around 64 bits arithmetic on exponents ends.
            switch (random.Next(4))
            {
                case 0:
                    text.Append(long.MaxValue - random.Next(40));
                    break;
                case 1:
                    Digits(20 + random.Next(25));
                    break;
                default:
                    text.Append(random.Next(50));
                    break;
            }
        }

        return text.ToString();

        void Digits(int count)
        {
            for (var i = 0; i < count; i++)
            {
                text.Append((char)random.Next('0', '9' + 1));
            }
        }
    }

    /// <summary>A JSON string, quotation marks included.</summary>
    internal static string Text(Random random) =>
        random.Next(4) switch
        {
            0 => $"\"{new string('x', random.Next(400))}\"",
            1 => $"\"{Number(random)}\"",
            _ => Texts[random.Next(Texts.Length)],
        };

    /// <summary>A member's name with its quotes, sometimes spelled otherwise or changed.</summary>
    internal static string Name(string name, Random random) =>
        random.Next(120) switch
        {
            0 => $"\"{name.ToUpperInvariant()}\"",
            1 => $"\"\\ud800{name}\"",
            2 or 3 when name.Length > 0 => string.Create(
                CultureInfo.InvariantCulture,
                $"\"\\u{(int)name[0]:x4}{JsonEncodedText.Encode(name[1..])}\""
            ),
            _ => $"\"{JsonEncodedText.Encode(name)}\"",
        };
}
