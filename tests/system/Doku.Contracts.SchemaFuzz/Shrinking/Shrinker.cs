using System.Text.Json.Nodes;
using Doku.Contracts.SchemaFuzz.Cases;
using Doku.Contracts.SchemaFuzz.Checking;
using Doku.Contracts.SchemaFuzz.Judges;
using Doku.Contracts.SchemaFuzz.Reading;

namespace Doku.Contracts.SchemaFuzz.Shrinking;

/// <summary>Makes a case with a fault as small as it gets while the fault stays.</summary>
internal sealed class Shrinker(JudgeProcess judges)
{
    private const int PerRound = 40;
    private const int MostRounds = 60;

    public (FuzzCase Case, Fault Fault) Shrink(FuzzCase fuzzCase, Fault fault)
    {
        var best = (
            Case: fuzzCase with
            {
                Instances = fault.Instance is null ? [] : [fault.Instance],
            },
            Fault: fault
        );
        for (var round = 0; round < MostRounds; round++)
        {
            if (Smaller(best.Case, fault.Kind) is not { } smaller)
            {
                break;
            }

            best = smaller;
        }

        return best;
    }

    private (FuzzCase Case, Fault Fault)? Smaller(FuzzCase fuzzCase, string kind)
    {
        var size = Weight(fuzzCase);
        var candidates = Reductions
            .Of(fuzzCase)
            .Where(c => Weight(c) < size)
            .DistinctBy(c =>
                string.Join('\n', c.Files.Select(f => Json.Text(f.Schema)).Concat(c.Instances))
            )
            .OrderBy(Weight)
            .ToList();
        foreach (var some in candidates.Chunk(PerRound))
        {
            var checkedCases = new Checker(judges).Check([
                .. some.Select((c, i) => c with { Number = i + 1 }),
            ]);
            foreach (var (candidate, faults, isSchema) in checkedCases)
            {
                if (isSchema && faults.FirstOrDefault(f => f.Kind == kind) is { } found)
                {
                    return (candidate, found);
                }
            }
        }

        return null;
    }

    // Nodes first, so that a plainer value of the same length counts as smaller only when it is shorter.
    private static int Weight(FuzzCase fuzzCase) =>
        fuzzCase.Files.Sum(f => Nodes(f.Schema) * 10 + Json.Text(f.Schema).Length + 30)
        + fuzzCase.Instances.Sum(i => i.Length * 3);

    private static int Nodes(JsonNode? node) =>
        node switch
        {
            JsonObject members => 1 + members.Sum(m => 1 + Nodes(m.Value)),
            JsonArray items => 1 + items.Sum(Nodes),
            _ => 1,
        };
}
