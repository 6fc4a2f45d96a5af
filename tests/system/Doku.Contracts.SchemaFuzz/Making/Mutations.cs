using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;

namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>Changes instances a little: what was right nearly is so still, and what was wrong may have become right.</summary>
internal sealed class Mutations(Dice dice, ValueMaker values)
{
    public JsonNode? Of(JsonNode? instance)
    {
        var box = new JsonArray(instance);
        for (var times = dice.Either(1, 1, 1, 2, 3); times > 0; times--)
        {
            var places = Places(box).ToList();
            Change(places[dice.Below(places.Count)]);
        }

        var result = box[0];
        box.Clear();
        return result;
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode node)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                yield return (array, null, i);
                foreach (var inner in array[i] is { } item ? Places(item) : [])
                {
                    yield return inner;
                }
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, member) in members.ToList())
            {
                yield return (members, name, 0);
                foreach (var inner in member is null ? [] : Places(member))
                {
                    yield return inner;
                }
            }
        }
    }

    private void Change((JsonNode Parent, string? Name, int Index) place)
    {
        var value = place.Name is { } name ? place.Parent[name] : place.Parent[place.Index];
        if (place.Name is not null && dice.Percent(30))
        {
            var members = (JsonObject)place.Parent;
            members.Remove(place.Name);
            if (dice.Percent(40))
            {
                members[values.Name()] = value;
            }

            return;
        }

        if (place.Parent is JsonArray { Parent: not null } items && dice.Percent(25))
        {
            if (dice.Percent(50))
            {
                items.RemoveAt(place.Index);
            }
            else
            {
                items.Insert(place.Index, value?.DeepClone());
            }

            return;
        }

        var changed = Changed(value);
        if (place.Name is { } member)
        {
            place.Parent[member] = changed;
        }
        else
        {
            place.Parent[place.Index] = changed;
        }
    }

    private JsonNode? Changed(JsonNode? value)
    {
        if (dice.Percent(20))
        {
            return values.Any(1);
        }

        switch (Json.Kind(value))
        {
            case JsonValueKind.Object:
                var members = value!.DeepClone().AsObject();
                members[values.Name()] = values.Any(1);
                return members;
            case JsonValueKind.Array:
                var items = value!.DeepClone().AsArray();
                items.Insert(dice.Below(items.Count + 1), values.Any(1));
                return items;
            case JsonValueKind.String:
                return Text(value!.GetValue<string>());
            case JsonValueKind.Number:
                return Number(value!);
            case JsonValueKind.True:
                return dice.Percent(70) ? JsonValue.Create(false) : null;
            case JsonValueKind.False:
                return dice.Percent(70) ? JsonValue.Create(true) : Json.Number("0");
            default:
                return values.Any(0);
        }
    }

    private JsonValue? Text(string text) =>
        dice.Below(5) switch
        {
            0 => JsonValue.Create(text + values.Text()),
            1 => JsonValue.Create(values.Text()),
            2 => JsonValue.Create(text.Length > 0 && !char.IsSurrogate(text[^1]) ? text[..^1] : ""),
            3 => null,
            _ => JsonValue.Create(text.ToUpperInvariant()),
        };

    private JsonNode Number(JsonNode number)
    {
        var text = Json.Text(number);
        var isPlain = text.All(c => char.IsAsciiDigit(c) || c == '-') && text.Length < 16;
        var value = Json.Decimal(number);
        return dice.Below(6) switch
        {
            0 when isPlain => Json.Number(text + ".0"),
            1 when isPlain => Json.Number(text + "e0"),
            2 when isPlain && value != 0 => Json.Number(text + "0e-1"),
            3 => JsonValue.Create(text),
            4 when Math.Abs(value) < 1_000_000 => Json.Number(
                (value + dice.Either(1m, -1m, 0.5m)).ToString(CultureInfo.InvariantCulture)
            ),
            _ => values.Number(),
        };
    }
}
