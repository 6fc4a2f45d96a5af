using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A member's limits as attributes, so that the analyzer can hold constants against them in any project.</summary>
internal static class AttributePrinter
{
    private const string IsAdvice = "IsAdvice = true";

    public static void Print(SourceWriter writer, PropertyModel property)
    {
        // Of a list, the attributes of texts and numbers speak of its items: the list itself is neither.
        switch (property.Value.Plain)
        {
            case ListValue list:
                PrintLimits(writer, list.Limits);
                PrintItem(writer, list.Item);
                PrintAdvice(writer, property, [LimitUnit.Items]);
                break;
            case var plain:
                PrintItem(writer, plain);
                PrintAdvice(
                    writer,
                    property,
                    plain switch
                    {
                        TextValue => [LimitUnit.Characters],
                        IntegerValue or NumberValue => [LimitUnit.Number],
                        _ => [],
                    }
                );
                break;
        }
    }

    private static void PrintItem(SourceWriter writer, ValueModel value)
    {
        switch (value.Plain)
        {
            case ListValue list:
                PrintItem(writer, list.Item);
                break;
            case TextValue text:
                PrintLimits(writer, text.Rules.Limits);
                PrintPatterns(writer, text.Rules.Patterns.Select(p => p.Pattern));
                break;
            case IntegerValue integer:
                PrintLimits(writer, integer.Rules.Limits);
                break;
            case NumberValue number:
                PrintLimits(writer, number.Rules.Limits);
                break;
        }
    }

    // Each advice by itself: two of them may set one limit.
    private static void PrintAdvice(SourceWriter writer, PropertyModel property, LimitUnit[] units)
    {
        foreach (var advice in property.Advice)
        {
            PrintLimits(writer, advice.Limits.Where(l => units.Contains(l.Kind.Unit)), IsAdvice);
            if (units.Contains(LimitUnit.Characters))
            {
                PrintPatterns(writer, advice.Patterns, IsAdvice);
            }
        }
    }

    private static void PrintPatterns(
        SourceWriter writer,
        IEnumerable<PatternModel> patterns,
        params string[] more
    )
    {
        foreach (var pattern in patterns)
        {
            string[] arguments = pattern is CharacterPattern set
                ?
                [
                    SchemaText.Literal(PatternPrinter.Ranges(set)),
                    SchemaText.Literal(set.Description),
                ]
                : [SchemaText.Literal(pattern.Source)];
            var name = pattern is CharacterPattern ? "ContractCharacters" : "ContractPattern";
            Print(writer, name, arguments.Concat(more));
        }
    }

    private static void PrintLimits(
        SourceWriter writer,
        IEnumerable<LimitModel> limits,
        params string[] more
    )
    {
        foreach (var attribute in limits.GroupBy(l => l.Kind.Attribute))
        {
            // An attribute has one argument a limit; of several units, a number is a multiple of each.
            var arguments = attribute
                .GroupBy(l => l.Kind.Check)
                .Select(g => $"{g.Key} = {Argument(g.First())}");
            Print(writer, attribute.Key, arguments.Concat(more));
        }
    }

    private static void Print(SourceWriter writer, string name, IEnumerable<string> arguments) =>
        writer.Line($"[{Names.Runtime}{name}({string.Join(", ", arguments)})]");

    private static string Argument(LimitModel limit) =>
        limit.Kind.Unit == LimitUnit.Number
            ? SchemaText.Literal(Literals.Words(limit.Value))
            : Literals.Number((int)limit.Value);
}
