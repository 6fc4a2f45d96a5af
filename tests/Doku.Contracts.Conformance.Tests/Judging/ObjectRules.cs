using System.Text.Json;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>The keywords that speak of objects.</summary>
/// <param name="judge">Judges a member's value.</param>
internal sealed class ObjectRules(Action<SchemaPart, JsonElement, string, List<Fault>> judge)
{
    public void Judge(SchemaPart schema, JsonElement value, string at, List<Fault> faults)
    {
        var before = faults.Count;
        var properties = schema.Find("properties");
        var additional = schema.Find("additionalProperties");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var isReadable = true;
        foreach (var member in value.EnumerateObject())
        {
            isReadable &= TextIntegrity.TryName(member, out var name);
            var place = $"{at}/{name.Replace("~", "~0").Replace("/", "~1")}";
            if (!names.Add(name))
            {
                faults.Add(new Fault("duplicate", place, member.Value, default));
            }

            if (properties?.Find(name) is { } known)
            {
                judge(known, member.Value, place, faults);
            }
            else if (additional is { Node.ValueKind: JsonValueKind.False })
            {
                faults.Add(new Fault("additionalProperties", place, member.Value, default));
            }
            else if (additional is { Node.ValueKind: JsonValueKind.Object } other)
            {
                judge(other, member.Value, place, faults);
            }
        }

        JudgeNames(schema, value, at, names, faults);
        if (
            isReadable
            && faults.Count == before
            && schema.Find("x-total") is { } total
            && !TotalRule.Holds(total.Node, value)
        )
        {
            faults.Add(new Fault("x-total", at, value, total.Node));
        }
    }

    private static void JudgeNames(
        SchemaPart schema,
        JsonElement value,
        string at,
        HashSet<string> names,
        List<Fault> faults
    )
    {
        if (schema.Find("required") is { } required)
        {
            foreach (var name in Missing(required.Node, names))
            {
                faults.Add(new Fault("required", $"{at}/{name}", value, required.Node));
            }
        }

        if (schema.Find("dependentRequired") is { } dependencies)
        {
            foreach (var dependency in dependencies.Node.EnumerateObject())
            {
                if (names.Contains(dependency.Name))
                {
                    faults.AddRange(
                        Missing(dependency.Value, names)
                            .Select(name => new Fault(
                                "dependentRequired",
                                $"{at}/{name}",
                                value,
                                dependency.Value
                            ))
                    );
                }
            }
        }
    }

    private static IEnumerable<string> Missing(JsonElement required, HashSet<string> names) =>
        required.EnumerateArray().Select(name => name.GetString()!).Where(n => !names.Contains(n));
}
