using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>What an object's members demand of each other: conditions, dependencies, the total.</summary>
internal static class ConditionPrinter
{
    public static bool HasRules(ObjectModel model) =>
        model.Conditions.Count > 0 || model.Dependencies.Count > 0 || model.Total is not null;

    /// <summary>The patterns that conditions ask for, in the order in which they are printed.</summary>
    public static IEnumerable<PatternModel> Patterns(ObjectModel model) =>
        Questions(model).SelectMany(PredicatePrinter.Patterns);

    public static string PatternName(int index) => "Condition" + PatternPrinter.Suffix(index);

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

            PrintConditions(writer, model);
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

        PrintQuestions(writer, model);
    }

    // Conditions first, then demands: the order decides the names of patterns.
    private static IEnumerable<PredicateModel> Questions(ObjectModel model) =>
        model
            .Conditions.Select(c => c.If)
            .Concat(
                Demands(model)
                    .Select(d => (PredicateModel)new MemberPredicate(d.Member.Name, d.Rule))
            );

    private static IEnumerable<DemandModel> Demands(ObjectModel model) =>
        model.Conditions.SelectMany(c => c.Then.Demands.Concat(c.Else.Demands));

    private static void PrintConditions(SourceWriter writer, ObjectModel model)
    {
        var demand = model.Conditions.Count;
        for (var i = 0; i < model.Conditions.Count; i++)
        {
            var condition = model.Conditions[i];
            PrintBranch(writer, $"if (Holds{i}(value))", condition.Then, ref demand);
            PrintBranch(writer, $"if (!Holds{i}(value))", condition.Else, ref demand);
        }
    }

    private static void PrintBranch(
        SourceWriter writer,
        string head,
        BranchModel branch,
        ref int demand
    )
    {
        if (branch.IsEmpty)
        {
            return;
        }

        using (writer.Begin(head))
        {
            PrintRequired(writer, branch.Required);
            foreach (var rule in branch.Demands)
            {
                writer.Line(
                    $"if (!Holds{demand++}(value)) errors.AddAt({Names.Pointer(rule.Member.JsonName)}, {Literals.Text(rule.Code)}, {Literals.Text(rule.Message)});"
                );
            }
        }
    }

    private static void PrintQuestions(SourceWriter writer, ObjectModel model)
    {
        var (index, patterns) = (0, 0);
        foreach (var question in Questions(model))
        {
            using (writer.Begin($"private static bool Holds{index++}({model.Name.Full} value)"))
            {
                new PredicatePrinter(writer, patterns).Print(question, "value");
                patterns += PredicatePrinter.Patterns(question).Count();
                writer.Line("return true;");
            }

            writer.Line();
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
