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

            if (model.Additional is not null)
            {
                writer.Line(
                    "if (value.AdditionalMembers is { } additional) ValidateAdditionalMembers(additional, ref errors);"
                );
            }

            if (ConditionPrinter.HasRules(model))
            {
                writer.Line("CheckMembers(value, ref errors);");
            }
        }

        writer.Line();
        foreach (var property in model.Properties)
        {
            PrintParts(writer, property.Name, property.Value);
        }

        if (model.Additional is { } additional)
        {
            PrintMembers(writer, "AdditionalMembers", additional, model);
            PrintParts(writer, "AdditionalMembersItem", additional);
        }

        ConditionPrinter.Print(writer, model);
    }

    private static bool NeedsMark(PropertyModel property) => NeedsMark(Names.Plain(property.Value));

    private static bool NeedsMark(ValueModel value) =>
        CheckPrinter.HasChecks(value) || value is ObjectValue or ListValue or MapValue;

    private static void PrintProperty(SourceWriter writer, PropertyModel property, string local)
    {
        var pointer = Names.Pointer(property.JsonName);
        if (
            property is { IsRequired: true, Value: not NullableValue }
            && Names.IsReference(property.Value)
        )
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
        else if (property is { IsRequired: true, Value: not NullableValue })
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
        foreach (
            var statement in Statements(property.Name, Names.Plain(property.Value), expression)
        )
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
            case ListValue list when HasItemChecks(list.Item):
                yield return $"Validate{name}({expression}, ref errors);";
                break;
            case MapValue:
                yield return $"Validate{name}({expression}, ref errors);";
                break;
        }
    }

    // An item that can be null must be looked at even where nothing else is asked of it.
    private static bool HasItemChecks(ValueModel item) =>
        Names.IsReference(item)
        || CheckPrinter.HasChecks(Names.Plain(item))
        || Names.Plain(item) is ObjectValue or ListValue or MapValue;

    /// <summary>Prints a value's own check, and the methods that look into it.</summary>
    private static void PrintParts(SourceWriter writer, string name, ValueModel value)
    {
        var plain = Names.Plain(value);
        CheckPrinter.Print(writer, name, plain);
        switch (plain)
        {
            case ListValue list when HasItemChecks(list.Item):
                PrintList(writer, name, list);
                PrintParts(writer, name + "Item", list.Item);
                break;
            case MapValue map:
                PrintMembers(writer, name, map.Item, owner: null);
                PrintParts(writer, name + "Item", map.Item);
                break;
        }
    }

    private static void PrintList(SourceWriter writer, string name, ListValue list)
    {
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
                PrintItem(writer, name, list.Item);
                writer.Line("errors.Within(mark, i);");
            }
        }

        writer.Line();
    }

    /// <summary>Prints the method that looks at the members of a map; those of a record's may not have the names of its own.</summary>
    private static void PrintMembers(
        SourceWriter writer,
        string name,
        ValueModel item,
        ObjectModel? owner
    )
    {
        var type = $"{Names.Runtime}ContractMap<{Names.TypeOf(item)}>";
        using (writer.Begin($"private static void Validate{name}({type} value, {Names.Errors})"))
        using (writer.Begin("foreach (var (name, item) in value.AsSpan())"))
        {
            writer
                .Line("var mark = errors.Count;")
                .Line($"{Names.Checks}.Unicode(name, ref errors);");
            if (owner is not null)
            {
                var declared = string.Join(
                    " or ",
                    owner.Properties.Select(p => Literals.Text(p.JsonName))
                );
                writer.Line(
                    $"if (name is {declared}) errors.Add({Names.Runtime}ContractErrorCodes.DuplicateMember, \"must not have the name of a declared member\");"
                );
            }

            PrintItem(writer, name, item);
            writer.Line("errors.WithinMember(mark, name);");
        }

        writer.Line();
    }

    private static void PrintItem(SourceWriter writer, string name, ValueModel item)
    {
        var statements = string.Join(
            "\n",
            Statements(
                name + "Item",
                Names.Plain(item),
                item is NullableValue ? "knownItem" : "item"
            )
        );
        if (item is NullableValue)
        {
            if (statements.Length > 0)
            {
                using (writer.Begin("if (item is { } knownItem)"))
                {
                    writer.Line(statements);
                }
            }

            return;
        }

        if (!Names.IsReference(item))
        {
            writer.Line(statements);
            return;
        }

        using (writer.Begin("if (item is null)"))
        {
            writer.Line(
                $"errors.Add({Names.Runtime}ContractErrorCodes.Type, \"must not be null\");"
            );
        }

        if (statements.Length > 0)
        {
            using (writer.Begin("else"))
            {
                writer.Line(statements);
            }
        }
    }
}
