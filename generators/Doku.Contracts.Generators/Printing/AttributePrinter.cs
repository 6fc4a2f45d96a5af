using System.Globalization;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A member's limits as attributes, so that the analyzer can hold constants against them in any project.</summary>
internal static class AttributePrinter
{
    public static void Print(SourceWriter writer, ValueModel value)
    {
        if (
            Names.Plain(value) is ListValue list
            && Arguments(("MinItems", list.MinItems), ("MaxItems", list.MaxItems)) is { } count
        )
        {
            writer.Line($"[{Names.Runtime}ContractItems({count})]");
        }

        PrintItem(writer, value);
    }

    // Of a list, the attributes of texts and numbers speak of its items: the list itself is neither.
    private static void PrintItem(SourceWriter writer, ValueModel value)
    {
        switch (Names.Plain(value))
        {
            case ListValue list:
                PrintItem(writer, list.Item);
                break;
            case TextValue text:
                PrintText(writer, text.Rules);
                break;
            case IntegerValue integer:
                PrintNumber(writer, integer.Rules);
                break;
            case NumberValue number:
                PrintNumber(writer, number.Rules);
                break;
        }
    }

    private static void PrintText(SourceWriter writer, TextRules rules)
    {
        if (Arguments(("MinLength", rules.MinLength), ("MaxLength", rules.MaxLength)) is { } length)
        {
            writer.Line($"[{Names.Runtime}ContractText({length})]");
        }

        foreach (var pattern in rules.Patterns)
        {
            writer.Line(
                pattern is CharacterPattern set
                    ? $"[{Names.Runtime}ContractCharacters({Literals.Text(PatternPrinter.Ranges(set))}, {Literals.Text(set.Description)})]"
                    : $"[{Names.Runtime}ContractPattern({Literals.Text(pattern.Source)})]"
            );
        }
    }

    private static void PrintNumber(SourceWriter writer, NumberRules rules)
    {
        var arguments = Arguments(
            ("Minimum", Text(rules.Minimum)),
            ("ExclusiveMinimum", Text(rules.ExclusiveMinimum)),
            ("Maximum", Text(rules.Maximum)),
            ("ExclusiveMaximum", Text(rules.ExclusiveMaximum)),
            ("MultipleOf", Text(rules.MultipleOf))
        );
        if (arguments is not null)
        {
            writer.Line($"[{Names.Runtime}ContractNumber({arguments})]");
        }
    }

    private static string? Text(decimal? limit) =>
        limit is { } value ? Literals.Text(value.ToString(CultureInfo.InvariantCulture)) : null;

    private static string? Arguments(params (string Name, int? Limit)[] limits) =>
        Arguments([
            .. limits.Select(l => (l.Name, l.Limit is { } limit ? Literals.Number(limit) : null)),
        ]);

    private static string? Arguments(params (string Name, string? Limit)[] limits)
    {
        var given = limits.Where(l => l.Limit is not null).ToList();
        return given.Count == 0
            ? null
            : string.Join(", ", given.Select(l => $"{l.Name} = {l.Limit}"));
    }
}
