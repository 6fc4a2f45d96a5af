using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The method that checks a record in memory, and the checks of single members that reading shares with it.</summary>
internal static class ValidatePrinter
{
    public static void Print(SourceWriter writer, ObjectModel model)
    {
        using (
            writer.Begin($"internal static void Validate({model.Name.Full} value, {Names.Errors})")
        )
        {
            if (model.Properties.Any(NeedsMark))
            {
                writer.Line("int mark;");
            }

            for (var i = 0; i < model.Properties.Count; i++)
            {
                PrintProperty(writer, model.Properties[i], "value" + i);
            }

            if (ConditionPrinter.HasRules(model))
            {
                writer.Line("CheckMembers(value, ref errors);");
            }
        }

        writer.Line();
        foreach (var property in model.Properties)
        {
            CheckPrinter.Print(writer, property.Name, property.Value);
            PrintLists(writer, property.Name, property.Value);
        }

        ConditionPrinter.Print(writer, model);
    }

    private static bool NeedsMark(PropertyModel property) =>
        CheckPrinter.HasChecks(property.Value) || property.Value is ObjectValue or ListValue;

    private static void PrintProperty(SourceWriter writer, PropertyModel property, string local)
    {
        var pointer = Names.Pointer(property.JsonName);
        if (property.IsRequired && Names.IsReference(property.Value))
        {
            if (!NeedsMark(property))
            {
                writer.Line(
                    $"{Names.Checks}.Required(value.{property.Name}, {pointer}, ref errors);"
                );
                return;
            }

            using (
                writer.Begin(
                    $"if ({Names.Checks}.Required(value.{property.Name}, {pointer}, ref errors))"
                )
            )
            {
                PrintChecks(writer, property, "value." + property.Name, pointer);
            }
        }
        else if (!NeedsMark(property))
        {
            return;
        }
        else if (property.IsRequired)
        {
            PrintChecks(writer, property, "value." + property.Name, pointer);
        }
        else
        {
            using (writer.Begin($"if (value.{property.Name} is {{ }} {local})"))
            {
                PrintChecks(writer, property, local, pointer);
            }
        }
    }

    private static void PrintChecks(
        SourceWriter writer,
        PropertyModel property,
        string expression,
        string pointer
    )
    {
        writer.Line("mark = errors.Count;");
        foreach (var statement in Statements(property.Name, property.Value, expression))
        {
            writer.Line(statement);
        }

        writer.Line($"errors.Within(mark, {pointer});");
    }

    private static IEnumerable<string> Statements(string name, ValueModel value, string expression)
    {
        if (CheckPrinter.HasChecks(value))
        {
            yield return CheckPrinter.Call(name, value, expression, "errors");
        }

        switch (value)
        {
            case ObjectValue @object:
                yield return $"{@object.Type.Full}.Codec.Validate({expression}, ref errors);";
                break;
            case ListValue list when HasItemChecks(list):
                yield return $"Validate{name}({expression}, ref errors);";
                break;
        }
    }

    // An item that can be null must be looked at even where nothing else is asked of it.
    private static bool HasItemChecks(ListValue list) =>
        Names.IsReference(list.Item) || CheckPrinter.HasChecks(list.Item);

    private static void PrintLists(SourceWriter writer, string name, ValueModel value)
    {
        if (value is not ListValue list || !HasItemChecks(list))
        {
            return;
        }

        using (
            writer.Begin(
                $"private static void Validate{name}({Names.TypeOf(list)} value, {Names.Errors})"
            )
        )
        {
            writer.Line("var items = value.AsSpan();");
            using (writer.Begin("for (var i = 0; i < items.Length; i++)"))
            {
                writer.Line("var mark = errors.Count;").Line("var item = items[i];");
                var statements = string.Join("\n", Statements(name + "Item", list.Item, "item"));
                if (Names.IsReference(list.Item))
                {
                    writer.Line("if (item is null)");
                    using (writer.Begin())
                    {
                        writer.Line(
                            $"errors.Add({Names.Runtime}ContractErrorCodes.Type, \"must not be null\");"
                        );
                    }

                    if (statements.Length > 0)
                    {
                        writer.Line("else");
                        using (writer.Begin())
                        {
                            writer.Line(statements);
                        }
                    }
                }
                else
                {
                    writer.Line(statements);
                }

                writer.Line("errors.Within(mark, i);");
            }
        }

        writer.Line();
        CheckPrinter.Print(writer, name + "Item", list.Item);
        PrintLists(writer, name + "Item", list.Item);
    }
}
