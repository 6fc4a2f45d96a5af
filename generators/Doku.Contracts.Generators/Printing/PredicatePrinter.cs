using System.Globalization;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A question as statements that return false where the answer is no.</summary>
/// <param name="writer">Where to print.</param>
/// <param name="firstPattern">The number of the first pattern that this question asks for.</param>
internal sealed class PredicatePrinter(SourceWriter writer, int firstPattern)
{
    private int _locals;
    private int _pattern = firstPattern;

    /// <summary>The patterns that a question asks for, in the order in which they are printed.</summary>
    public static IEnumerable<PatternModel> Patterns(PredicateModel predicate) =>
        predicate switch
        {
            AllPredicate all => all.Predicates.SelectMany(Patterns),
            MemberPredicate member => Patterns(member.Inner),
            EveryItemPredicate every => Patterns(every.Inner),
            PatternPredicate pattern => [pattern.Pattern],
            _ => [],
        };

    public void Print(PredicateModel predicate, string subject)
    {
        switch (predicate)
        {
            case AllPredicate all:
                foreach (var part in all.Predicates)
                {
                    Print(part, subject);
                }

                break;
            case MemberPredicate member:
                var local = $"member{_locals++}";
                using (writer.Begin($"if ({subject}.{member.Name} is {{ }} {local})"))
                {
                    Print(member.Inner, local);
                }

                break;
            case EveryItemPredicate every:
                var item = $"item{_locals++}";
                using (writer.Begin($"foreach (var {item} in {subject}.AsSpan())"))
                {
                    // A null item is an error of its own and decides nothing here.
                    writer.Line($"if ((object?){item} is null) continue;");
                    Print(every.Inner, item);
                }

                break;
            default:
                foreach (var no in Conditions(predicate, subject))
                {
                    writer.Line($"if ({no}) return false;");
                }

                break;
        }
    }

    // C# conditions that hold when the answer is no.
    private IEnumerable<string> Conditions(PredicateModel predicate, string subject) =>
        predicate switch
        {
            PresentPredicate present => [$"!IsPresent({subject}.{present.Name})"],
            TextPredicate text =>
            [
                $"{Text(subject, text.Access)} is not ({string.Join(" or ", text.Values.Select(Literals.Text))})",
            ],
            BooleanPredicate boolean => [$"{subject} != {(boolean.Value ? "true" : "false")}"],
            LengthPredicate length => Range(
                $"{Names.Checks}.CodePoints({Text(subject, length.Access)})",
                length.Min,
                length.Max
            ),
            CountPredicate count => Range($"{subject}.Count", count.Min, count.Max),
            NumberPredicate number => Numbers(subject, number.Rules),
            PatternPredicate pattern => [Mismatch(pattern, Text(subject, pattern.Access))],
            _ => throw new InvalidOperationException(
                $"A {predicate.GetType().Name} can't be printed."
            ),
        };

    private string Mismatch(PatternPredicate predicate, string text)
    {
        var name = ConditionPrinter.PatternName(_pattern++);
        return predicate.Pattern switch
        {
            CharacterPattern { Set: not null } set =>
                $"{Names.SetOf(set)}.IndexOfDisallowed({text}) >= 0",
            CharacterPattern =>
                $"{PatternPrinter.SetName(name, "")}.IndexOfDisallowed({text}) >= 0",
            SequencePattern => $"!Matches{name}({text})",
            _ => $"!{name}Pattern.IsMatch({text})",
        };
    }

    private static IEnumerable<string> Numbers(string subject, NumberRules rules)
    {
        if (rules.Minimum is { } min)
        {
            yield return $"{subject} < {Literals.Number(min)}";
        }

        if (rules.ExclusiveMinimum is { } above)
        {
            yield return $"{subject} <= {Literals.Number(above)}";
        }

        if (rules.Maximum is { } max)
        {
            yield return $"{subject} > {Literals.Number(max)}";
        }

        if (rules.ExclusiveMaximum is { } below)
        {
            yield return $"{subject} >= {Literals.Number(below)}";
        }

        if (rules.MultipleOf is { } unit)
        {
            yield return $"{subject} % {Literals.Number(unit)} != 0";
        }

        if (rules.Allowed.Count > 0)
        {
            yield return $"(decimal){subject} is not ({string.Join(" or ", rules.Allowed.Select(Literals.Number))})";
        }
    }

    private static IEnumerable<string> Range(string count, int? min, int? max)
    {
        if (min is { } least)
        {
            yield return string.Format(CultureInfo.InvariantCulture, "{0} < {1}", count, least);
        }

        if (max is { } most)
        {
            yield return string.Format(CultureInfo.InvariantCulture, "{0} > {1}", count, most);
        }
    }

    private static string Text(string subject, TextAccess access) =>
        access switch
        {
            TextAccess.Value => subject + ".Value",
            TextAccess.Text => subject + ".Text",
            _ => subject,
        };
}
