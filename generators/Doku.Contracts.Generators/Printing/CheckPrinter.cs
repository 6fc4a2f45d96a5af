using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The constraints of one value, as one method that both reading and validating call.</summary>
internal static class CheckPrinter
{
    /// <summary>The statement that checks a value; null when there is nothing to check.</summary>
    public static string? Call(ValueModel value, string expression, string errors) =>
        value switch
        {
            { HasChecks: false } => null,
            EnumerationValue { Rules.IsEmpty: true } enumeration =>
                $"{enumeration.Type.Full}.Codec.Check({expression}, ref {errors});",
            _ when Only(value, expression) is { } only =>
                $"{Names.Checks}.{only.Replace("ref errors", "ref " + errors)}",
            _ => $"Check{value.Name}({expression}, ref {errors});",
        };

    /// <summary>How a text is read: its lengths and characters on the way, where it has a character set.</summary>
    public static string ReadText(TextValue text) =>
        IsCheckedOnTheWay(text)
            ? $"reader.ReadString({SetArguments(text.Rules)})"
            : "reader.ReadString()";

    /// <summary>The check of a value that was read; null when reading has checked all there is.</summary>
    public static string? AfterReading(ValueModel value, string expression) =>
        value is TextValue text && IsCheckedOnTheWay(text)
            ? text.Rules.HasMore
                ? $"Examine{value.Name}({expression}, ref reader.Errors);"
                : null
            // Whether the items of a list differ is settled where the list was read.
            : value is ListValue { Limits.Count: 0 }
                ? null
                : Call(value, expression, "reader.Errors");

    /// <summary>Prints the methods that check a value.</summary>
    public static void Print(SourceWriter writer, ValueModel value)
    {
        if (
            !value.HasChecks
            || value is EnumerationValue { Rules.IsEmpty: true } or NullableValue
            || value is ListValue { Limits.Count: 0 }
            || Only(value, "value") is not null
        )
        {
            return;
        }

        using (
            writer.Begin(
                $"private static void Check{value.Name}({Names.TypeOf(value)} value, {Names.Errors})"
            )
        )
        {
            if (value is EnumerationValue enumeration)
            {
                writer.Line($"{enumeration.Type.Full}.Codec.Check(value, ref errors);");
            }

            if (value is TextValue text && IsCheckedOnTheWay(text))
            {
                writer.Line($"{Names.Checks}.Text(value, {SetArguments(text.Rules)}, ref errors);");
                if (text.Rules.HasMore)
                {
                    writer.Line($"Examine{value.Name}(value, ref errors);");
                }
            }
            else
            {
                PrintStatements(writer, Statements(value, "value"));
            }
        }

        writer.Line();
        if (value is TextValue { Rules.HasMore: true } more && IsCheckedOnTheWay(more))
        {
            using (
                writer.Begin(
                    $"private static void Examine{value.Name}(string value, {Names.Errors})"
                )
            )
            {
                PrintStatements(writer, Forms(more.Rules, more.Rules.OtherPatterns, "value"));
            }

            writer.Line();
        }
    }

    // Where one check is all there is, it is called without a method around it.
    private static string? Only(ValueModel value, string expression) =>
        value switch
        {
            EnumerationValue => null,
            TextValue text when IsCheckedOnTheWay(text) => text.Rules.HasMore
                ? null
                : $"Text({expression}, {SetArguments(text.Rules)}, ref errors);",
            _ => Statements(value, expression).ToList() is [var only] ? only : null,
        };

    // A set and lengths that leave a text to be right are one look; others are checked one by one.
    private static bool IsCheckedOnTheWay(TextValue text) =>
        text.Rules.Set is not null && Least(text.Rules) <= Greatest(text.Rules);

    private static int Least(TextRules rules) =>
        (int)(rules.Limits.FirstOrDefault(l => l.Kind.IsLower == true)?.Value ?? 0);

    private static int Greatest(TextRules rules) =>
        (int)(rules.Limits.FirstOrDefault(l => l.Kind.IsLower == false)?.Value ?? int.MaxValue);

    private static string SetArguments(TextRules rules) =>
        $"{Literals.Number(Least(rules))}, {Greatest(rules) switch { int.MaxValue => "int.MaxValue", var most => Literals.Number(most) }}, {PatternPrinter.Set(rules.Set!)}";

    private static void PrintStatements(SourceWriter writer, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            writer.Line($"{Names.Checks}.{statement}");
        }
    }

    private static IEnumerable<string> Statements(ValueModel value, string expression) =>
        value switch
        {
            TextValue text => Statements(text.Rules, expression),
            EnumerationValue enumeration => Statements(enumeration.Rules, expression + ".Value"),
            TimestampValue timestamp =>
            [
                .. Statements(timestamp.Rules, expression + ".Text"),
                $"Time({expression}, ref errors);",
            ],
            BooleanValue { Only: { } only } =>
            [
                $"Enum({expression} == {(only ? "true" : "false")}, \"{(only ? "true" : "false")}\", ref errors);",
            ],
            IntegerValue integer => Statements(integer.Rules, expression, isWhole: true),
            NumberValue number => Statements(number.Rules, expression, isWhole: false),
            ListValue list => list.Limits.Select(l =>
                $"{l.Kind.Check}({expression}.Count, {Literals.Number((int)l.Value)}, ref errors);"
            ),
            _ => [],
        };

    private static IEnumerable<string> Statements(TextRules rules, string text)
    {
        if (rules.Set is null)
        {
            // A character set allows no half of a surrogate pair; where there is none, that is asked by itself.
            yield return $"Unicode({text}, ref errors);";
        }

        foreach (var limit in rules.Limits)
        {
            yield return $"{limit.Kind.Check}({text}, {Literals.Number((int)limit.Value)}, ref errors);";
        }

        foreach (var check in Forms(rules, rules.Patterns, text))
        {
            yield return check;
        }
    }

    private static IEnumerable<string> Forms(
        TextRules rules,
        IEnumerable<NamedPattern> patterns,
        string text
    )
    {
        foreach (var pattern in patterns)
        {
            yield return PatternPrinter.Check(pattern, text);
        }

        if (rules.Format is { } format)
        {
            yield return $"Format({Names.Runtime}TextFormats.{format.Check}({text}), {SchemaText.Literal(format.Name)}, ref errors);";
        }
    }

    private static IEnumerable<string> Statements(NumberRules rules, string number, bool isWhole)
    {
        foreach (var limit in rules.Limits)
        {
            yield return $"{limit.Kind.Check}({number}, {Literal(limit.Value, isWhole && limit.Kind.Meaning is not null)}, ref errors);";
        }

        if (rules.Allowed.Count > 0)
        {
            var literals = string.Join(" or ", rules.Allowed.Select(a => Literal(a, isWhole)));
            var words = string.Join(", ", rules.Allowed.Select(Literals.Words));
            // A whole number is none of those with a fraction, which have no literal of its type.
            yield return isWhole && rules.Allowed.Any(a => !IsLong(a))
                ? $"Enum((decimal){number} is {string.Join(" or ", rules.Allowed.Select(Literals.Number))}, {SchemaText.Literal(words)}, ref errors);"
                : $"Enum({number} is {literals}, {SchemaText.Literal(words)}, ref errors);";
        }
    }

    // A bound of a whole number is compared as one where it is one.
    private static string Literal(decimal value, bool isWhole) =>
        isWhole && IsLong(value) ? Literals.WholeNumber(value) : Literals.Number(value);

    private static bool IsLong(decimal value) =>
        decimal.Truncate(value) == value && value is >= long.MinValue and <= long.MaxValue;
}
