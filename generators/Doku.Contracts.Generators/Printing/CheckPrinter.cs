using System.Globalization;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The constraints of one value, as one method that both reading and validating call.</summary>
internal static class CheckPrinter
{
    /// <summary>Whether a value has constraints of its own; what is inside it doesn't count.</summary>
    public static bool HasChecks(ValueModel value) =>
        value switch
        {
            TextValue or TimestampValue or EnumerationValue => true,
            IntegerValue integer => !integer.Rules.IsEmpty,
            NumberValue number => !number.Rules.IsEmpty,
            BooleanValue boolean => boolean.Only is not null,
            ListValue list => list.MinItems is not null
                || list.MaxItems is not null
                || list.IsUnique,
            _ => false,
        };

    public static string Call(string name, ValueModel value, string expression, string errors) =>
        value is EnumerationValue { Rules.IsEmpty: true } enumeration
            ? $"{enumeration.Type.Full}.Codec.Check({expression}, ref {errors});"
            : $"Check{name}({expression}, ref {errors});";

    public static void Print(SourceWriter writer, string name, ValueModel value)
    {
        if (!HasChecks(value) || value is EnumerationValue { Rules.IsEmpty: true })
        {
            return;
        }

        using (
            writer.Begin(
                $"private static void Check{name}({Names.TypeOf(value)} value, {Names.Errors})"
            )
        )
        {
            if (value is EnumerationValue enumeration)
            {
                writer.Line($"{enumeration.Type.Full}.Codec.Check(value, ref errors);");
            }

            if (value is TextValue { Rules: var rules } && SetOf(rules) is { } set)
            {
                writer.Line(
                    $"{Names.Checks}.Text(value, {SetArguments(name, rules, set)}, ref errors);"
                );
                if (HasMore(rules))
                {
                    writer.Line($"Examine{name}(value, ref errors);");
                }
            }
            else
            {
                PrintStatements(writer, Statements(name, value));
            }
        }

        writer.Line();
        PrintMore(writer, name, value);
    }

    /// <summary>How a text is read: its lengths and characters on the way, where it has a character set.</summary>
    public static string ReadText(string name, TextValue text) =>
        SetOf(text.Rules) is { } set
            ? $"reader.ReadString({SetArguments(name, text.Rules, set)})"
            : "reader.ReadString()";

    /// <summary>The check of a value that was read; null when reading has checked all there is.</summary>
    public static string? AfterReading(string name, ValueModel value, string expression) =>
        value is TextValue { Rules: var rules } && SetOf(rules) is not null
            ? HasMore(rules)
                ? $"Examine{name}({expression}, ref reader.Errors);"
                : null
            : HasChecks(value)
                ? Call(name, value, expression, "reader.Errors")
                : null;

    // A text's first set is checked together with its lengths.
    private static CharacterPattern? SetOf(TextRules rules) =>
        rules.Patterns.OfType<CharacterPattern>().FirstOrDefault();

    private static bool HasMore(TextRules rules) =>
        rules.Patterns.Count > 1 || rules.Format is not null;

    private static string SetArguments(string name, TextRules rules, CharacterPattern set) =>
        $"{Literals.Number(rules.MinLength ?? 0)}, {Literals.Number(rules.MaxLength ?? int.MaxValue)}, {PatternPrinter.FirstSet(name, set)}";

    private static void PrintMore(SourceWriter writer, string name, ValueModel value)
    {
        if (
            value is not TextValue { Rules: var rules }
            || SetOf(rules) is not { } set
            || !HasMore(rules)
        )
        {
            return;
        }

        using (writer.Begin($"private static void Examine{name}(string value, {Names.Errors})"))
        {
            PrintStatements(writer, Forms(name, rules, "value", set));
        }

        writer.Line();
    }

    private static void PrintStatements(SourceWriter writer, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            writer.Line($"{Names.Checks}.{statement}");
        }
    }

    private static IEnumerable<string> Statements(string name, ValueModel value) =>
        value switch
        {
            TextValue text => Statements(name, text.Rules, "value"),
            EnumerationValue enumeration => Statements(name, enumeration.Rules, "value.Value"),
            BooleanValue { Only: { } only } =>
            [
                $"Enum(value == {(only ? "true" : "false")}, \"{(only ? "true" : "false")}\", ref errors);",
            ],
            TimestampValue timestamp =>
            [
                .. Statements(name, timestamp.Rules, "value.Text"),
                "Time(value, ref errors);",
            ],
            IntegerValue integer => Statements(integer.Rules, isWhole: true),
            NumberValue number => Statements(number.Rules, isWhole: false),
            ListValue list => Statements(list),
            _ => [],
        };

    private static IEnumerable<string> Statements(string name, TextRules rules, string expression)
    {
        if (SetOf(rules) is null)
        {
            // A character set allows no half of a surrogate pair; where there is none, that is asked by itself.
            yield return $"Unicode({expression}, ref errors);";
        }

        if (rules.MinLength is { } min)
        {
            yield return $"MinLength({expression}, {Literals.Number(min)}, ref errors);";
        }

        if (rules.MaxLength is { } max)
        {
            yield return $"MaxLength({expression}, {Literals.Number(max)}, ref errors);";
        }

        foreach (var check in Forms(name, rules, expression, except: null))
        {
            yield return check;
        }
    }

    private static IEnumerable<string> Forms(
        string name,
        TextRules rules,
        string expression,
        CharacterPattern? except
    )
    {
        foreach (var check in PatternPrinter.Checks(name, rules, expression, except))
        {
            yield return check;
        }

        if (rules.Format is { } format)
        {
            var method = "Is" + char.ToUpperInvariant(format[0]) + format.Substring(1);
            yield return $"Format({Names.Runtime}TextFormats.{method}({expression}), {Literals.Text(format)}, ref errors);";
        }
    }

    private static IEnumerable<string> Statements(NumberRules rules, bool isWhole)
    {
        // A bound of a whole number is compared as one where it is one.
        string Literal(decimal limit) =>
            isWhole
            && decimal.Truncate(limit) == limit
            && limit is >= long.MinValue and <= long.MaxValue
                ? Literals.WholeNumber(limit)
                : Literals.Number(limit);

        if (rules.Minimum is { } min)
        {
            yield return $"Minimum(value, {Literal(min)}, ref errors);";
        }

        if (rules.ExclusiveMinimum is { } above)
        {
            yield return $"ExclusiveMinimum(value, {Literals.Number(above)}, ref errors);";
        }

        if (rules.Maximum is { } max)
        {
            yield return $"Maximum(value, {Literal(max)}, ref errors);";
        }

        if (rules.ExclusiveMaximum is { } below)
        {
            yield return $"ExclusiveMaximum(value, {Literals.Number(below)}, ref errors);";
        }

        if (rules.Allowed.Count > 0)
        {
            var literals = string.Join(" or ", rules.Allowed.Select(Literal));
            var words = string.Join(
                ", ",
                rules.Allowed.Select(a => a.ToString(CultureInfo.InvariantCulture))
            );
            yield return $"Enum(value is {literals}, {Literals.Text(words)}, ref errors);";
        }

        if (rules.MultipleOf is { } unit)
        {
            yield return $"MultipleOf(value, {Literals.Number(unit)}, ref errors);";
        }
    }

    private static IEnumerable<string> Statements(ListValue list)
    {
        if (list.MinItems is { } min)
        {
            yield return $"MinItems(value.Count, {Literals.Number(min)}, ref errors);";
        }

        if (list.MaxItems is { } max)
        {
            yield return $"MaxItems(value.Count, {Literals.Number(max)}, ref errors);";
        }

        if (list.IsUnique)
        {
            yield return "UniqueItems(value, ref errors);";
        }
    }
}
