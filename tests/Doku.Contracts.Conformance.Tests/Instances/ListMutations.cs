namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Changes of lists.</summary>
internal static class ListMutations
{
    public static IEnumerable<Mutation> Of(InstanceNode node, SchemaFacts facts)
    {
        var items = node.Items!.ConvertAll(i => i.Render());
        var some = items.Count > 0 ? items[^1] : "\"a\"";
        yield return new("empty", "[]");
        yield return new("wrapped once more", $"[{node.Render()}]");
        yield return new("first item alone, without its list", some);
        yield return new("item that is null", List([.. items, "null"]));
        yield return new("item of another type", List([.. items, "{\"x\":[]}"]));
        yield return new("reversed", List(items.AsEnumerable().Reverse()));
        if (items.Count > 0)
        {
            yield return new("item twice", List([.. items, items[0]]));
            yield return new("item less", List(items.Skip(1)));
        }

        foreach (var keyword in new[] { "minItems", "maxItems" })
        {
            foreach (var limit in facts.All(keyword).Select(l => (int)l.GetDecimal()))
            {
                for (
                    var count = Math.Max(0, limit - 1);
                    count <= limit + 1 && count < 1100;
                    count++
                )
                {
                    var filled = items.Concat(Enumerable.Repeat(some, count)).Take(count);
                    yield return new("number of items at a limit", List(filled));
                }
            }
        }
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";
}
