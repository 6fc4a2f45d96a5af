using System.Text.Json;
using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>What several schemas say together of one value.</summary>
internal sealed class SchemaFacts
{
    private readonly IReadOnlyList<SchemaPart> _parts;

    public SchemaFacts(IReadOnlyList<SchemaPart> parts)
    {
        _parts = parts;
        foreach (var type in All("type"))
        {
            var names =
                type.ValueKind == JsonValueKind.Array
                    ? type.EnumerateArray().Select(t => t.GetString()!).ToList()
                    : [type.GetString()!];
            Types = Types is null ? names : [.. Types.Select(t => Both(t, names)).OfType<string>()];
        }
    }

    // Every whole number is a number.
    private static string? Both(string type, List<string> names) =>
        names.Contains(type) ? type
        : type == "integer" && names.Contains("number") ? "integer"
        : type == "number" && names.Contains("integer") ? "integer"
        : null;

    public IReadOnlyList<string>? Types { get; }

    public IEnumerable<JsonElement> All(string keyword) =>
        _parts.Select(p => p.Find(keyword)?.Node).Where(n => n is not null).Select(n => n!.Value);

    public IEnumerable<SchemaPart> Parts(string keyword) =>
        _parts.Select(p => p.Find(keyword)).Where(p => p is not null).Select(p => p!.Value);

    public decimal? Largest(string keyword) => All(keyword).Max(n => (decimal?)n.GetDecimal());

    public decimal? Smallest(string keyword) => All(keyword).Min(n => (decimal?)n.GetDecimal());

    public string? Text(string keyword) => All(keyword).Select(n => n.GetString()).FirstOrDefault();

    /// <summary>The JSON texts of the values that are enumerated.</summary>
    public IReadOnlyList<string> Enumerated =>
        [
            .. All("const").Select(c => c.GetRawText()),
            .. All("enum").SelectMany(e => e.EnumerateArray()).Select(v => v.GetRawText()),
        ];
}
