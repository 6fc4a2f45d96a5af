using System.Text.Json;
using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Takes a right instance that somebody wrote apart, so that it can be changed like those that are made.</summary>
internal sealed class InstanceReader(SchemaLibrary library)
{
    public InstanceNode Read(SchemaPart schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read([schema], document.RootElement);
    }

    private InstanceNode Read(IReadOnlyList<SchemaPart> schemas, JsonElement value)
    {
        var parts = schemas.SelectMany(library.Flatten).ToList();
        // Which branch was meant doesn't matter: what they say of their members is only used to make changes.
        foreach (var choice in new SchemaFacts(parts).Parts("oneOf").ToList())
        {
            parts.AddRange(
                choice
                    .Node.EnumerateArray()
                    .SelectMany(branch => library.Flatten(choice.At(branch)))
            );
        }

        var facts = new SchemaFacts(parts);
        return value.ValueKind switch
        {
            JsonValueKind.Object => new InstanceNode(parts)
            {
                Members =
                [
                    .. value
                        .EnumerateObject()
                        .Select(m => (m.Name, Read(OfMember(facts, m.Name), m.Value))),
                ],
            },
            JsonValueKind.Array => new InstanceNode(parts)
            {
                Items =
                [
                    .. value.EnumerateArray().Select(item => Read([.. facts.Parts("items")], item)),
                ],
            },
            _ => new InstanceNode(parts) { Text = value.GetRawText() },
        };
    }

    private static List<SchemaPart> OfMember(SchemaFacts facts, string name)
    {
        var named = facts
            .Parts("properties")
            .Select(p => p.Find(name))
            .OfType<SchemaPart>()
            .ToList();
        return named.Count > 0
            ? named
            :
            [
                .. facts
                    .Parts("additionalProperties")
                    .Where(p => p.Node.ValueKind == JsonValueKind.Object),
            ];
    }
}
