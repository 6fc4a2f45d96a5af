using System.Globalization;
using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Changes of numbers.</summary>
internal static class NumberMutations
{
    private static readonly string[] Bounds =
    [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
    ];

    private static readonly (string Kind, string Text)[] Always =
    [
        ("huge number", "1e400"),
        ("huge number", "-1e400"),
        ("huge number", "1e30"),
        ("huge number", "1E+28"),
        ("huge number", "79228162514264337593543950335"),
        ("huge number", "79228162514264337593543950336"),
        ("edge of 64 bits", "9223372036854775807"),
        ("edge of 64 bits", "9223372036854775808"),
        ("edge of 64 bits", "-9223372036854775808"),
        ("edge of 64 bits", "-9223372036854775809"),
        ("edge of a double", "9007199254740993"),
        ("tiny number", "1e-30"),
        ("tiny number", "1e-400"),
        ("many digits", "0.1000000000000000000000000000000001"),
        ("many digits", "1.0000000000000000000000000000000000"),
        ("zero", "0"),
        ("zero", "-0"),
        ("zero", "-0.0e10"),
        ("fraction", "1.5"),
        ("fraction", "-0.001"),
        ("power of ten", "1e2"),
        ("power of ten", "2.50E+1"),
    ];

    public static IEnumerable<Mutation> Of(string json, SchemaFacts facts)
    {
        foreach (var (kind, text) in Always)
        {
            yield return new(kind, text);
        }

        yield return new("number as a text", $"\"{json}\"");
        yield return new("negative", json.StartsWith('-') ? json[1..] : "-" + json);
        if (!json.Contains('.', StringComparison.Ordinal))
        {
            yield return new("whole number with a fraction", json + ".0");
            yield return new("whole number as a power of ten", json + "0e-1");
            yield return new("nearly whole", json + ".0000000001");
        }

        foreach (var bound in Bounds.SelectMany(facts.All))
        {
            foreach (var text in Around(bound))
            {
                yield return new("value at a limit", text);
            }
        }

        foreach (var unit in facts.All("multipleOf").Select(u => u.GetDecimal()))
        {
            foreach (var factor in new[] { 1, 0.5m, 3, -2, 1.1m })
            {
                yield return new("multiple", Text(unit * factor));
            }
        }

        foreach (var value in facts.Enumerated)
        {
            yield return new("other value of the enumeration", value);
            yield return new("next to a value of the enumeration", value + "1");
        }
    }

    private static IEnumerable<string> Around(JsonElement bound)
    {
        var limit = bound.GetDecimal();
        foreach (
            var step in new[]
            {
                -1,
                -0.5m,
                -0.01m,
                -0.0000000001m,
                0,
                0.0000000001m,
                0.01m,
                0.5m,
                1,
            }
        )
        {
            yield return Text(limit + step);
        }
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
