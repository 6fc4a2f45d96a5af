using System.Globalization;
using System.Text;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>Changes of objects.</summary>
internal static class ObjectMutations
{
    public static IEnumerable<Mutation> Of(InstanceNode node, SchemaFacts facts, Random random)
    {
        var members = node.Members!.ConvertAll(m =>
            (Name: JsonTexts.Quote(m.Name), Value: m.Value.Render())
        );
        yield return new("empty", "{}");
        yield return new("reversed", Object(members.AsEnumerable().Reverse()));
        yield return new(
            "spaced",
            Object(members).Replace("{", "{ \n\t", StringComparison.Ordinal)
        );
        foreach (var extra in Extras(random))
        {
            yield return new("extra member", Object([.. members, extra]));
        }

        yield return new("extra member", Object([("\"extra\"", "{\"a\":[true]}"), .. members]));
        yield return new(
            "extra member twice",
            Object([.. members, ("\"x\"", "1"), ("\"x\"", "2")])
        );
        yield return new("lone surrogate in a name", Object([.. members, ("\"\\ud800\"", "1")]));
        yield return new(
            "lone surrogate under an extra name",
            Object([.. members, ("\"x\"", "\"\\ud800\"")])
        );
        foreach (var name in facts.Parts("properties").SelectMany(p => p.Node.EnumerateObject()))
        {
            var quoted = JsonTexts.Quote(name.Name);
            if (!members.Exists(m => m.Name == quoted))
            {
                yield return new(
                    "absent member that is null",
                    Object([.. members, (quoted, "null")])
                );
                yield return new(
                    "absent member of some type",
                    Object([.. members, (quoted, "\"a\"")])
                );
                yield return new("absent member of some type", Object([.. members, (quoted, "1")]));
            }
        }

        for (var i = 0; i < members.Count; i++)
        {
            var (name, value) = members[i];
            var others = members.Where((_, index) => index != i).ToList();
            yield return new("missing member", Object(others));
            yield return new("duplicate member", Object([.. members, (name, value)]));
            yield return new("duplicate member", Object([.. members, (name, "null")]));
            yield return new(
                "escaped name",
                Object([.. others, (Escaped(node.Members![i].Name), value)])
            );
            yield return new(
                "duplicate member, escaped",
                Object([.. members, (Escaped(node.Members![i].Name), value)])
            );
            yield return new(
                "name in another case",
                Object([.. others, (name.ToUpperInvariant(), value)])
            );
        }
    }

    private static IEnumerable<(string Name, string Value)> Extras(Random random)
    {
        yield return ("\"extra\"", "null");
        yield return ("\"\"", "1");
        yield return ("\"😀\"", "\"x\"");
        yield return (
            string.Create(CultureInfo.InvariantCulture, $"\"x{random.Next(1000)}\""),
            string.Create(CultureInfo.InvariantCulture, $"{random.Next(1000)}")
        );
    }

    private static string Object(IEnumerable<(string Name, string Value)> members) =>
        $"{{{string.Join(',', members.Select(m => $"{m.Name}:{m.Value}"))}}}";

    private static string Escaped(string name)
    {
        var escaped = new StringBuilder("\"");
        foreach (var c in name)
        {
            escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return escaped.Append('"').ToString();
    }
}
