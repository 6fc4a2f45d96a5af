using System.Text.Json;
using System.Text.Json.Nodes;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>
/// All schemas that a value is made by: references, parts, and one branch of each choice. What they say together may
/// be impossible; the judges tell.
/// </summary>
internal sealed class Demands(Dice dice, ILookup<JsonObject, JsonNode> targets)
{
    private const int Most = 40;

    public List<JsonObject> All { get; } = [];

    public bool IsNever { get; private set; }

    public Demands Add(JsonNode? schema)
    {
        if (schema is not JsonObject demand)
        {
            IsNever |= schema?.GetValueKind() == JsonValueKind.False;
            return this;
        }

        if (All.Count > Most || All.Contains(demand))
        {
            return this;
        }

        All.Add(demand);
        foreach (var target in targets[demand])
        {
            Add(target);
        }

        foreach (var part in demand["allOf"] as JsonArray ?? [])
        {
            Add(part);
        }

        AddBranch(demand["oneOf"]);
        AddBranch(demand["anyOf"]);
        AddConditional(demand);
        return this;
    }

    /// <summary>Every value of a keyword.</summary>
    public IEnumerable<JsonNode> Values(string keyword) =>
        All.Where(s => s[keyword] is not null).Select(s => s[keyword]!);

    private void AddBranch(JsonNode? branches)
    {
        if (branches is JsonArray { Count: > 0 } array)
        {
            Add(dice.Of(array.ToList()));
        }
    }

    private void AddConditional(JsonObject demand)
    {
        if (!demand.ContainsKey("if"))
        {
            return;
        }

        if (dice.Percent(50))
        {
            Add(demand["if"]);
            Add(demand["then"] ?? JsonValue.Create(true));
        }
        else
        {
            Add(demand["else"] ?? JsonValue.Create(true));
        }
    }
}
