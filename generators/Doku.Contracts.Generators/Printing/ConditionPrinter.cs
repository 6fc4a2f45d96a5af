using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>What an object's members demand of each other: conditions, dependencies, the total.</summary>
internal static class ConditionPrinter
{
    public static void Print(SourceWriter writer, RecordModel model)
    {
        if (!model.HasMemberRules)
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

                writer.Line();
            }

            foreach (var condition in model.Conditions)
            {
                PrintBranch(writer, $"if ({condition.Name}(value))", condition.Then);
                PrintBranch(writer, $"if (!{condition.Name}(value))", condition.Else);
            }

            if (model.Total is { } total)
            {
                PrintTotal(writer, total);
            }
        }

        writer.Line();
        if (model.Conditions.Count > 0 || model.Dependencies.Count > 0)
        {
            writer
                .Line("private static bool IsPresent(object? member) => member is not null;")
                .Line();
        }

        foreach (var condition in model.Conditions)
        {
            PrintQuestion(writer, model, condition.Name, condition.If);
            foreach (var demand in condition.Then.Demands.Concat(condition.Else.Demands))
            {
                PrintQuestion(
                    writer,
                    model,
                    demand.Name,
                    new MemberPredicate(demand.Member, demand.Rule)
                );
            }
        }
    }

    private static void PrintBranch(SourceWriter writer, string head, BranchModel branch)
    {
        if (branch.IsEmpty)
        {
            return;
        }

        using (writer.Begin(head))
        {
            PrintRequired(writer, branch.Required);
            foreach (var demand in branch.Demands)
            {
                writer.If(
                    $"!{demand.Name}(value)",
                    $"errors.AddAt({Names.Pointer(demand.Member.JsonName)}, {SchemaText.Literal(demand.Code)}, {SchemaText.Literal(demand.Message)});"
                );
            }
        }

        writer.Line();
    }

    private static void PrintQuestion(
        SourceWriter writer,
        RecordModel model,
        string name,
        PredicateModel question
    )
    {
        using (writer.Begin($"private static bool {name}({model.Name.Full} value)"))
        {
            new PredicatePrinter(writer).Print(question, "value");
            writer.Line("return true;");
        }

        writer.Line();
    }

    private static void PrintRequired(SourceWriter writer, EquatableArray<MemberName> members)
    {
        foreach (var member in members)
        {
            writer.If(
                $"!IsPresent(value.{member.Name})",
                $"{Names.Checks}.Missing({Names.Pointer(member.JsonName)}, ref errors);"
            );
        }
    }

    private static void PrintTotal(SourceWriter writer, TotalModel total)
    {
        using (
            writer.Begin(
                $"if (value.{total.Items} is {{ }} items && (decimal?)value.{total.Amount.Name} is {{ }} amount)"
            )
        )
        {
            writer.Line("var total = 0m;").Line("var fits = true;");
            using (writer.Begin("foreach (var item in items.AsSpan())"))
            {
                using (
                    writer.Begin(
                        $$"""
                        if (
                            item is not null
                            && (decimal?)item.{{total.Price}} is { } price
                            && (decimal?)item.{{total.Quantity}} is { } quantity
                        )
                        """
                    )
                )
                {
                    writer.Line(
                        $"fits = fits && {Names.Checks}.TryAddToTotal(ref total, price, quantity);"
                    );
                }
            }

            writer
                .Line()
                .If(
                    "!fits || total != amount",
                    $"{Names.Checks}.WrongTotal({Names.Pointer(total.Amount.JsonName)}, fits ? total : null, ref errors);"
                );
        }
    }
}
