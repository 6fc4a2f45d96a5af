using System.Globalization;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The assertions of a document's schemas that no typed code makes, as the calls that make them.</summary>
internal static class RulesPrinter
{
    // A call that fits is printed on one line.
    private const int LongestLine = 110;

    public static string Print(RulesModel model)
    {
        var writer = SourceWriter.ForNamespace(model.Name.Namespace, model.LogicalPath);
        var patterns = model.Patterns.ToDictionary(
            p => p.Pattern,
            p => p.Pattern is CharacterPattern { Set: not null } set ? Names.SetOf(set) : p.Name
        );
        writer.Line("// What the schemas assert besides what the codecs of their types do.");
        using (writer.Begin($"internal static class {model.Name.Name}"))
        {
            foreach (var pattern in model.Patterns)
            {
                switch (pattern.Pattern)
                {
                    case CharacterPattern { Set: not null }:
                        break;
                    case CharacterPattern set:
                        writer.Line(
                            $"private static readonly {Names.Runtime}CharacterSet {pattern.Name} = {PatternPrinter.NewSet(set)};"
                        );
                        break;
                    default:
                        writer.Line(
                            $"private static readonly {Names.Runtime}ContractPattern {pattern.Name} = new({SchemaText.Literal(pattern.Pattern.Source)});"
                        );
                        break;
                }
            }

            foreach (var node in model.Nodes)
            {
                writer
                    .Line()
                    .Line(
                        $"internal static readonly {Names.Assertion} {node.Name} =\n    {Call(node.Assertion, patterns).Replace("\n", "\n    ")};"
                    );
            }
        }

        return writer.ToString();
    }

    private static string Call(AssertionModel assertion, Dictionary<PatternModel, string> patterns)
    {
        var name = $"{Names.Assert}.{assertion.Factory}";
        if (assertion.Factory is "Always" or "Never")
        {
            return name;
        }

        var arguments = assertion.Arguments.Select(a => Argument(a, patterns)).ToList();
        var line = $"{name}({string.Join(", ", arguments)})";
        return line.Length <= LongestLine && !line.Contains('\n')
            ? line
            : $"{name}(\n    {string.Join(",\n", arguments).Replace("\n", "\n    ")}\n)";
    }

    private static string Argument(
        ArgumentModel argument,
        Dictionary<PatternModel, string> patterns
    ) =>
        argument switch
        {
            TextArgument text => SchemaText.Literal(text.Text),
            CountArgument count => count.Count switch
            {
                null => "null",
                int.MaxValue => "int.MaxValue",
                { } number => number.ToString(CultureInfo.InvariantCulture),
            },
            PatternArgument pattern => patterns[pattern.Pattern],
            TypesArgument types => string.Join(
                " | ",
                types.Names.Select(n => $"{Names.Runtime}Assertions.JsonTypes.{n}")
            ),
            AssertionArgument { Assertion: null } => "null",
            AssertionArgument inner => Call(inner.Assertion!, patterns),
            NodeArgument node => $"static () => {node.Node}!",
            PairArgument pair =>
                $"({Argument(pair.First, patterns)}, {Argument(pair.Second, patterns)})",
            ArrayArgument array => array.Items.Count == 0
                ? "[]"
                : $"[{string.Join(", ", array.Items.Select(i => Argument(i, patterns)))}]",
            _ => throw new InvalidOperationException(
                $"A {argument.GetType().Name} can't be printed."
            ),
        };
}
