using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Reading;

/// <summary>
/// Reads instances of a type that has no codec of its own, an enumeration: as the only member of a record.
/// </summary>
internal sealed class HeldProbe(IProbe holder) : IProbe
{
    /// <summary>The type of the record.</summary>
    public const string TypeName = "Holder";

    /// <summary>The record's schema, beside the root's.</summary>
    public static CaseFile File { get; } =
        new(
            "holder.json",
            Json.Parse(
                """{"type":"object","properties":{"held":{"$ref":"root.json"}},"required":["held"]}"""
            )!
        );

    public Reading Read(string instance)
    {
        var reading = holder.Read($$"""{"held":{{instance}}}""");
        return reading with
        {
            Written = reading.Written is { } written
                ? Json.Text(JsonNode.Parse(written)!["held"])
                : null,
            Fault = reading.Fault is { } fault ? fault with { Instance = instance } : null,
        };
    }
}
