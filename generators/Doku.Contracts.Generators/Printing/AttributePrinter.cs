using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A member's limits as attributes, so that the analyzer can hold constants against them in any project.</summary>
internal static class AttributePrinter
{
    public static void Print(SourceWriter writer, ValueModel value)
    {
        // Of a list, the attributes of texts and numbers speak of its items: the list itself is neither.
        switch (value.Plain)
        {
            case ListValue list:
                Print(writer, list.Limits);
                PrintItem(writer, list.Item);
                break;
            case var plain:
                PrintItem(writer, plain);
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
                Print(writer, text.Rules.Limits);
                PrintPatterns(writer, text.Rules);
                break;
            case IntegerValue integer:
                Print(writer, integer.Rules.Limits);
                break;
            case NumberValue number:
                Print(writer, number.Rules.Limits);
                break;
        }
    }

    private static void PrintPatterns(SourceWriter writer, TextRules rules)
    {
        foreach (var named in rules.Patterns)
        {
            writer.Line(
                named.Pattern is CharacterPattern set
                    ? $"[{Names.Runtime}ContractCharacters({SchemaText.Literal(PatternPrinter.Ranges(set))}, {SchemaText.Literal(set.Description)})]"
                    : $"[{Names.Runtime}ContractPattern({SchemaText.Literal(named.Pattern.Source)})]"
            );
        }
    }

    private static void Print(SourceWriter writer, IEnumerable<LimitModel> limits)
    {
        foreach (var attribute in limits.GroupBy(l => l.Kind.Attribute))
        {
            // An attribute has one argument a limit; of several units, a number is a multiple of each.
            var arguments = attribute
                .GroupBy(l => l.Kind.Check)
                .Select(g => $"{g.Key} = {Argument(g.First())}");
            writer.Line($"[{Names.Runtime}{attribute.Key}({string.Join(", ", arguments)})]");
        }
    }

    private static string Argument(LimitModel limit) =>
        limit.Kind.Unit == LimitUnit.Number
            ? SchemaText.Literal(Literals.Words(limit.Value))
            : Literals.Number((int)limit.Value);
}
