using System.Text;
using Doku.Contracts.Conformance.Tests.Corpus;
using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>The instances of one schema: what is right, and changes of it. The same seed gives the same instances.</summary>
internal sealed class InstanceSource(SchemaCase schemaCase, SchemaLibrary library, int seed)
{
    private const int PerRound = 160;
    private const int MostStaleRounds = 12;

    private static readonly string[] OtherTypes =
    [
        "null",
        "true",
        "5",
        "1.5",
        "\"x\"",
        "[]",
        "{}",
        "[null]",
        "{\"a\":1}",
    ];

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Random _random = new(Seed(schemaCase.Name, seed));

    /// <summary>Makes instances, no two alike.</summary>
    /// <param name="wanted">How many, where there are so many.</param>
    public IEnumerable<Instance> Take(int wanted)
    {
        foreach (var text in schemaCase.Valid.Concat(schemaCase.Invalid))
        {
            _known.Add(text);
            yield return new Instance("by hand", Encoding.UTF8.GetBytes(text));
        }

        var maker = new InstanceMaker(_random, library);
        var reader = new InstanceReader(library);
        var schema = library.Open(schemaCase.File);
        for (
            var (stale, round) = (0, 0);
            stale < MostStaleRounds && _known.Count < wanted;
            stale++, round++
        )
        {
            // Every other time from what somebody wrote, while there is any.
            var start =
                round % 2 == 1 && round / 2 < schemaCase.Valid.Count
                    ? reader.Read(schema, schemaCase.Valid[round / 2])
                    : maker.Make(schema);
            var before = _known.Count;
            foreach (var instance in Round(start))
            {
                yield return instance;
            }

            stale = _known.Count > before + 3 ? -1 : stale;
        }
    }

    private IEnumerable<Instance> Round(InstanceNode start)
    {
        var text = start.Render();
        if (_known.Add(text))
        {
            yield return new Instance("as made", Encoding.UTF8.GetBytes(text));
        }

        var mutations = start
            .All()
            .SelectMany(n => Of(n).Select(m => (Node: n, Mutation: m)))
            .ToArray();
        _random.Shuffle(mutations);
        foreach (var (node, mutation) in mutations.Take(PerRound))
        {
            var replaced = new Dictionary<InstanceNode, string> { [node] = mutation.Text };
            if (_known.Add(text = start.Render(replaced)))
            {
                yield return new Instance(mutation.Kind, Encoding.UTF8.GetBytes(text));
            }
        }

        // Two changes at once: one error must not hide another, nor a right value behind it be passed over.
        for (var i = 0; i + 1 < Math.Min(mutations.Length, PerRound / 4); i += 2)
        {
            var replaced = new Dictionary<InstanceNode, string>
            {
                [mutations[i].Node] = mutations[i].Mutation.Text,
                [mutations[i + 1].Node] = mutations[i + 1].Mutation.Text,
            };
            if (_known.Add(text = start.Render(replaced)))
            {
                var kind = $"{mutations[i].Mutation.Kind} and {mutations[i + 1].Mutation.Kind}";
                yield return new Instance(kind, Encoding.UTF8.GetBytes(text));
            }
        }

        foreach (var (kind, bytes) in DocumentMutations.Of(start.Render()))
        {
            if (_known.Count < 400 && _known.Add(Convert.ToHexString(bytes)))
            {
                yield return new Instance(kind, bytes);
            }
        }
    }

    private IEnumerable<Mutation> Of(InstanceNode node)
    {
        var facts = new SchemaFacts(node.Schema);
        foreach (var other in OtherTypes)
        {
            yield return new("wrong type", other);
        }

        var mutations =
            node.Members is not null ? ObjectMutations.Of(node, facts, _random)
            : node.Items is not null ? ListMutations.Of(node, facts)
            : node.Text![0] == '"' ? TextMutations.Of(node.Text, facts, _random)
            : node.Text[0] is '-' or (>= '0' and <= '9') ? NumberMutations.Of(node.Text, facts)
            :
            [
                new("wrong type", "\"true\""),
                new("other value", node.Text == "true" ? "false" : "true"),
            ];
        foreach (var mutation in mutations)
        {
            yield return mutation;
        }
    }

    // string.GetHashCode differs from run to run.
    private static int Seed(string name, int seed) =>
        name.Aggregate(
            unchecked((int)2166136261) ^ seed,
            (hash, c) => unchecked((hash ^ c) * 16777619)
        );
}
