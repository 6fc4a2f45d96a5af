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
    public bool IsRight => Faults.Count == 0;

    public override string ToString() =>
        $"""
            {Case.Name}, {Instance.Kind}
              instance:    {Instance.Text}
              generated:   {Reading.Errors.ToString().Replace("\n", "; ", StringComparison.Ordinal)}
              by letter:   {(IsRight ? "valid" : string.Join(", ", Faults))}
              NJsonSchema: {Peer}
            """;
}
