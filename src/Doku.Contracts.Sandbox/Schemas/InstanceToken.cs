using System.Numerics;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>Hands a body to NJsonSchema in the shape that it judges, and finds places in it again.</summary>
internal static class InstanceToken
{
    internal static JToken From(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JObject();
                foreach (var member in element.EnumerateObject())
                {
                    members.Add(member.Name, From(member.Value));
                }
                return members;
            case JsonValueKind.Array:
                var items = new JArray();
                foreach (var item in element.EnumerateArray())
                {
                    items.Add(From(item));
                }
                return items;
            case JsonValueKind.String:
                return JValue.CreateString(element.GetString());
            case JsonValueKind.Number:
                return FromNumber(element);
            case JsonValueKind.True or JsonValueKind.False:
                return new JValue(element.GetBoolean());
            default:
                return JValue.CreateNull();
        }
    }

    internal static string PointerTo(JToken? token)
    {
        var steps = new Stack<string>();
        for (var current = token; current?.Parent is not null; current = current.Parent)
        {
            if (current is JProperty property)
            {
                steps.Push(JsonPointer.Append("", property.Name));
            }
            else if (current.Parent is JArray array)
            {
                steps.Push(JsonPointer.Append("", array.IndexOf(current)));
            }
        }
        return string.Concat(steps);
    }

    /// <summary>
    /// JSON Schema counts 1.0 as an integer, NJsonSchema goes by the token's type: so the type follows the value.
    /// </summary>
    private static JValue FromNumber(JsonElement element)
    {
        if (
            ExactNumber.TryParse(element.GetRawText(), out var exact)
            && exact.TryGetInteger(out var whole)
        )
        {
            // NJsonSchema can't compare integers beyond 64 bits; the nearest one that it can breaks the same limits.
            return new JValue((long)BigInteger.Clamp(whole, long.MinValue, long.MaxValue));
        }
        return element.TryGetDecimal(out var number)
            ? new JValue(number)
            : new JValue(element.GetDouble());
    }
}
