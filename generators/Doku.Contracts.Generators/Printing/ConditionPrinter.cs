using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>What an object's members demand of each other: conditions, dependencies, the total.</summary>
internal static class ConditionPrinter
{
    public static bool HasRules(ObjectModel model) =>
        model.Conditions.Count > 0 || model.Dependencies.Count > 0 || model.Total is not null;

    public static void Print(SourceWriter writer, ObjectModel model)
    {
        if (!HasRules(model))
        {
            return;
        }

        using (
            writer.Begin(
                $"private static void CheckMembers({model.Name.Full} value, {Names.Errors})"
            )
        )
        {
            foreach (var dependency in model.Dependencies)
            {
                using (writer.Begin($"if (IsPresent(value.{dependency.Name}))"))
                {
                    PrintRequired(writer, dependency.Required);
                }
            }

            var index = 0;
            foreach (var condition in model.Conditions)
            {
                PrintCondition(writer, condition, index++);
            }

            if (model.Total is { } total)
            {
                PrintTotal(writer, total);
            }
        }

        writer.Line();
        if (NeedsPresence(model))
        {
            writer
                .Line("private static bool IsPresent(object? member) => member is not null;")
                .Line();
        }

        for (var i = 0; i < model.Conditions.Count; i++)
        {
            using (writer.Begin($"private static bool Holds{i}({model.Name.Full} value)"))
            {
                var locals = 0;
                PrintPredicate(writer, model.Conditions[i].If, "value", ref locals);
                writer.Line("return true;");
            }

            writer.Line();
        }
    }

    private static bool NeedsPresence(ObjectModel model) =>
        model.Dependencies.Count > 0
        || model.Conditions.Any(c => c.Then.Count + c.Else.Count > 0 || HasPresence(c.If));

    private static bool HasPresence(PredicateModel predicate) =>
        predicate switch
        {
            PresentPredicate => true,
            AllPredicate all => all.Predicates.Any(HasPresence),
            MemberPredicate member => HasPresence(member.Inner),
            EveryItemPredicate every => HasPresence(every.Inner),
            _ => false,
        };

    private static void PrintCondition(SourceWriter writer, ConditionModel condition, int index)
    {
        if (condition.Then.Count > 0)
        {
            using (writer.Begin($"if (Holds{index}(value))"))
            {
                PrintRequired(writer, condition.Then);
            }
        }

        if (condition.Else.Count > 0)
        {
            using (writer.Begin($"if (!Holds{index}(value))"))
            {
                PrintRequired(writer, condition.Else);
            }
        }
    }

    private static void PrintRequired(SourceWriter writer, EquatableArray<MemberName> members)
    {
        foreach (var member in members)
        {
            writer.Line(
                $"if (!IsPresent(value.{member.Name})) {Names.Checks}.Missing({Names.Pointer(member.JsonName)}, ref errors);"
            );
        }
    }

    private static void PrintPredicate(
        SourceWriter writer,
        PredicateModel predicate,
        string subject,
        ref int locals
    )
    {
        switch (predicate)
        {
            case AllPredicate all:
                foreach (var part in all.Predicates)
                {
                    PrintPredicate(writer, part, subject, ref locals);
                }

                break;
            case PresentPredicate present:
                writer.Line($"if (!IsPresent({subject}.{present.Name})) return false;");
                break;
            case TextPredicate text:
                var known = string.Join(" or ", text.Values.Select(Literals.Text));
                writer.Line(
                    $"if ({subject}{(text.IsEnumeration ? ".Value" : "")} is not ({known})) return false;"
                );
                break;
            case MemberPredicate member:
                var local = $"member{locals++}";
                using (writer.Begin($"if ({subject}.{member.Name} is {{ }} {local})"))
                {
                    PrintPredicate(writer, member.Inner, local, ref locals);
                }

                break;
            case EveryItemPredicate every:
                var item = $"item{locals++}";
                using (writer.Begin($"foreach (var {item} in {subject}.AsSpan())"))
                {
                    // A null item is an error of its own and decides nothing here.
                    writer.Line($"if ((object?){item} is null) continue;");
                    PrintPredicate(writer, every.Inner, item, ref locals);
                }

                break;
        }
    }

    private static void PrintTotal(SourceWriter writer, TotalModel total)
    {
        var pointer = Names.Pointer(total.Amount.JsonName);
        using (
            writer.Begin(
                $"if (value.{total.Items} is {{ }} items && (decimal?)value.{total.Amount.Name} is {{ }} amount)"
            )
        )
        {
            writer.Line("var total = 0m;").Line("var fits = true;");
            using (writer.Begin("foreach (var item in items.AsSpan())"))
            {
                writer.Line(
                    $"if (item is null || (decimal?)item.{total.Price} is not {{ }} price || (decimal?)item.{total.Quantity} is not {{ }} quantity) continue;"
                );
                writer.Line(
                    $"fits = fits && {Names.Checks}.TryAddToTotal(ref total, price, quantity);"
                );
            }

            writer.Line(
                $"if (!fits || total != amount) {Names.Checks}.WrongTotal({pointer}, fits ? total : null, ref errors);"
            );
        }
    }
}
