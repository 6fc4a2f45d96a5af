using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A question as statements that return false where the answer is no.</summary>
internal sealed class PredicatePrinter(SourceWriter writer)
{
    // A question is asked inside another; each level has variables of its own.
    private int _depth;

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
            case AnyPredicate any:
                PrintAny(any, subject);
                break;
            case MemberPredicate member:
                var local = Local(CSharpNames.Camel(member.Member.Name));
                using (writer.Begin($"if ({subject}.{member.Member.Name} is {{ }} {local})"))
                {
                    Print(member.Inner, local);
                }

                writer.Line();
                break;
            case EveryItemPredicate every:
                var item = Local("item");
                using (writer.Begin($"foreach (var {item} in {subject}.AsSpan())"))
                {
                    // A null item is an error of its own and decides nothing here.
                    writer.If($"(object?){item} is null", "continue;").Line();
                    Print(every.Inner, item);
                }

                writer.Line();
                break;
            default:
                writer.If(No(predicate, subject), "return false;").Line();
                break;
        }
    }

    // Each branch is a local function, which can answer no without ending the whole question.
    private void PrintAny(AnyPredicate any, string subject)
    {
        var names = any.Predicates.Select(_ => Local("Fits")).ToList();
        foreach (var (branch, name) in any.Predicates.Zip(names, (b, n) => (b, n)))
        {
            using (writer.Begin($"bool {name}()"))
            {
                Print(branch, subject);
                writer.Line("return true;");
            }

            writer.Line();
        }

        writer.If(string.Join(" && ", names.Select(n => $"!{n}()")), "return false;").Line();
    }

    // A C# condition that holds when the answer is no.
    private static string No(PredicateModel predicate, string subject) =>
        predicate switch
        {
            PresentPredicate present => $"!IsPresent({subject}.{present.Member.Name})",
            TextPredicate text =>
                $"{Text(subject, text.Access)} is {Operands.Not([.. text.Values.Select(SchemaText.Literal)])}",
            BooleanPredicate boolean => $"{subject} != {(boolean.Value ? "true" : "false")}",
            LengthPredicate length => Exceeds(
                length.Limit,
                $"{Names.Checks}.CodePoints({Text(subject, length.Access)})",
                Literals.Number((int)length.Limit.Value)
            ),
            CountPredicate count => Exceeds(
                count.Limit,
                $"{subject}.Count",
                Literals.Number((int)count.Limit.Value)
            ),
            NumberPredicate number => Exceeds(
                number.Limit,
                subject,
                Literals.Number(number.Limit.Value)
            ),
            AllowedPredicate allowed =>
                $"(decimal){subject} is {Operands.Not([.. allowed.Values.Select(Literals.Number)])}",
            PatternPredicate pattern => PatternPrinter.Mismatch(
                pattern.Pattern,
                Text(subject, pattern.Access)
            ),
            _ => throw new InvalidOperationException(
                $"A {predicate.GetType().Name} can't be printed."
            ),
        };

    private static string Exceeds(LimitModel limit, string measure, string bound) =>
        limit.Kind.Keyword switch
        {
            "multipleOf" => $"{measure} % {bound} != 0",
            "exclusiveMinimum" => $"{measure} <= {bound}",
            "exclusiveMaximum" => $"{measure} >= {bound}",
            _ => $"{measure} {(limit.Kind.IsLower == true ? "<" : ">")} {bound}",
        };

    private static string Text(string subject, TextAccess access) =>
        access switch
        {
            TextAccess.Value => subject + ".Value",
            TextAccess.Text => subject + ".Text",
            _ => subject,
        };

    private string Local(string name) => name + Literals.Number(++_depth);
}
