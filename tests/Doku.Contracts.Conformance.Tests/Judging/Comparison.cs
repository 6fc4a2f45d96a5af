using System.Globalization;
using System.Text.Json;
using Doku.Contracts.Conformance.Tests.Corpus;
using Doku.Contracts.Conformance.Tests.Harness;
using Doku.Contracts.Conformance.Tests.Instances;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>An instance and what the three judges make of it.</summary>
/// <param name="Case">The schema.</param>
/// <param name="Instance">The instance.</param>
/// <param name="Reading">The generated code.</param>
/// <param name="Faults">JSON Schema by the letter.</param>
/// <param name="Peer">NJsonSchema.</param>
internal sealed record Comparison(
    SchemaCase Case,
    Instance Instance,
    Reading Reading,
    IReadOnlyList<Fault> Faults,
    NJsonSchemaVerdict Peer
)
{
    /// <summary>Every pattern of the schema.</summary>
    public required IReadOnlyList<string> Patterns { get; init; }

    /// <summary>Whether the schema has a <c>oneOf</c> whose branches a <c>const</c> tells apart.</summary>
    public required bool IsChoiceByConst { get; init; }

    /// <summary>Every number of the instance, as it is written.</summary>
    public IEnumerable<string> Numbers => NumbersOf(JsonElement.Parse(Instance.Bytes));

    public bool IsRight => Faults.Count == 0;

    /// <summary>The value at a JSON Pointer of the instance.</summary>
    public JsonElement ValueAt(string pointer)
    {
        var value = JsonElement.Parse(Instance.Bytes);
        foreach (var token in pointer.Split('/').Skip(1))
        {
            value =
                value.ValueKind == JsonValueKind.Array
                    ? value[int.Parse(token, CultureInfo.InvariantCulture)]
                    : value.GetProperty(token.Replace("~1", "/").Replace("~0", "~"));
        }

        return value;
    }

    public override string ToString() =>
        $"""
            {Case.Name}, {Instance.Kind}
              instance:    {Instance.Text}
              generated:   {Reading.Errors.ToString().Replace("\n", "; ", StringComparison.Ordinal)}
              by letter:   {(IsRight ? "valid" : string.Join(", ", Faults))}
              NJsonSchema: {Peer}
            """;

    private static IEnumerable<string> NumbersOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => [value.GetRawText()],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(NumbersOf),
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member => NumbersOf(member.Value)),
            _ => [],
        };
}
