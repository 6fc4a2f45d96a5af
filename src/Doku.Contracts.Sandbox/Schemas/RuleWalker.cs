using System.Text.Json;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>
/// Goes through schema and body together and judges what NJsonSchema passes over: conditions
/// (<c>if</c>/<c>then</c>/<c>else</c>), <c>dependentRequired</c>, <c>contains</c> and totals (<c>x-total</c>).
/// </summary>
internal sealed class RuleWalker(
    SchemaFiles files,
    Func<SchemaPlace, JsonElement, string, IReadOnlyList<Violation>> judge
)
{
    internal void Walk(SchemaPlace place, JsonElement value, string pointer, List<Violation> found)
    {
        if (place.TryAt("$ref", out var reference))
        {
            Walk(files.Resolve(place.File, reference.Node.GetString()!), value, pointer, found);
            return;
        }

        WalkAllOf(place, value, pointer, found);
        JudgeCondition(place, value, pointer, found);
        if (value.ValueKind == JsonValueKind.Object)
        {
            JudgeDependentRequired(place, value, pointer, found);
            if (
                place.TryAt("x-total", out var total)
                && !TotalRule.Holds(total.Node, value, out var amount)
            )
            {
                var rule = "is not the sum of price times quantity";
                found.Add(new Violation(JsonPointer.Append(pointer, amount), "total", rule));
            }
            WalkProperties(place, value, pointer, found);
        }
        if (value.ValueKind == JsonValueKind.Array)
        {
            WalkItems(place, value, pointer, found);
        }
    }

    private void WalkItems(
        SchemaPlace place,
        JsonElement value,
        string pointer,
        List<Violation> found
    )
    {
        if (
            place.TryAt("contains", out var wanted)
            && !value.EnumerateArray().Any(item => judge(wanted, item, pointer).Count == 0)
        )
        {
            found.Add(new Violation(pointer, "contains", "holds no item that is asked for"));
        }
        if (place.TryAt("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Walk(items, item, JsonPointer.Append(pointer, index), found);
                index++;
            }
        }
    }

    private void WalkAllOf(
        SchemaPlace place,
        JsonElement value,
        string pointer,
        List<Violation> found
    )
    {
        if (!place.TryAt("allOf", out var all))
        {
            return;
        }
        var index = 0;
        foreach (var part in all.Node.EnumerateArray())
        {
            Walk(all.At(JsonPointer.Append("", index)[1..], part), value, pointer, found);
            index++;
        }
    }

    private void WalkProperties(
        SchemaPlace place,
        JsonElement value,
        string pointer,
        List<Violation> found
    )
    {
        if (!place.TryAt("properties", out var properties))
        {
            return;
        }
        foreach (var property in properties.Node.EnumerateObject())
        {
            if (value.TryGetProperty(property.Name, out var member))
            {
                var child = properties.At(property.Name, property.Value);
                Walk(child, member, JsonPointer.Append(pointer, property.Name), found);
            }
        }
    }

    private void JudgeCondition(
        SchemaPlace place,
        JsonElement value,
        string pointer,
        List<Violation> found
    )
    {
        if (!place.TryAt("if", out var condition))
        {
            return;
        }
        var branch = judge(condition, value, pointer).Count == 0 ? "then" : "else";
        if (place.TryAt(branch, out var consequence))
        {
            found.AddRange(judge(consequence, value, pointer));
        }
    }

    private static void JudgeDependentRequired(
        SchemaPlace place,
        JsonElement value,
        string pointer,
        List<Violation> found
    )
    {
        if (!place.TryAt("dependentRequired", out var dependencies))
        {
            return;
        }
        foreach (var dependency in dependencies.Node.EnumerateObject())
        {
            if (!value.TryGetProperty(dependency.Name, out _))
            {
                continue;
            }
            foreach (var needed in dependency.Value.EnumerateArray())
            {
                var name = needed.GetString()!;
                if (!value.TryGetProperty(name, out _))
                {
                    var rule = $"is required together with '{dependency.Name}'";
                    found.Add(new Violation(JsonPointer.Append(pointer, name), "required", rule));
                }
            }
        }
    }
}
