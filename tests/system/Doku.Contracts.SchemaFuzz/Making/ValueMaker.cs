using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>JSON values of any kind.</summary>
internal sealed class ValueMaker(Dice dice)
{
    /// <summary>Whether numbers may be beyond JavaScript's.</summary>
    public bool HasBigNumbers { get; set; }

    public JsonNode? Any(int depth = 2) =>
        dice.Weighted<Func<JsonNode?>>(
            (10, () => null),
            (10, () => JsonValue.Create(dice.Percent(50))),
            (25, Number),
            (30, () => JsonValue.Create(Text())),
            (depth > 0 ? 12 : 2, () => Array(depth - 1)),
            (depth > 0 ? 18 : 2, () => Object(depth - 1))
        )();

    public JsonNode Number() =>
        Json.Number(
            HasBigNumbers && dice.Percent(40) ? dice.Of(Pools.BigNumbers) : dice.Of(Pools.Numbers)
        );

    public string Text() => dice.Percent(60) ? Pools.Texts[dice.Below(12)] : dice.Of(Pools.Texts);

    public string Name() => dice.Percent(80) ? dice.Of(Pools.CommonNames) : dice.Of(Pools.OddNames);

    public List<string> Names(int least, int most)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var left = dice.Between(least, most); left > 0; left--)
        {
            names.Add(Name());
        }

        return [.. names];
    }

    private JsonArray Array(int depth) =>
        Json.Array(Enumerable.Range(0, dice.Below(4)).Select(_ => Any(depth)));

    private JsonObject Object(int depth)
    {
        var value = new JsonObject();
        foreach (var name in Names(0, 4))
        {
            value[name] = Any(depth);
        }

        return value;
    }
}
