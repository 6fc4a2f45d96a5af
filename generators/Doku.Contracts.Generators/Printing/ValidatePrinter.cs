using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>How values in memory are checked.</summary>
internal static class ValidatePrinter
{
    public static void PrintRecord(SourceWriter writer, RecordModel model)
    {
        using (
            writer.Begin($"internal static void Validate({model.Name.Full} value, {Names.Errors})")
        )
        {
            if (model.Rules is not null)
            {
                writer.Line("var first = errors.Count;");
            }

            if (model.HoldsOthers)
            {
                using (writer.Begin("if (value.OtherValue is not null)"))
                {
                    PrintJudge(writer, model.Rules);
                    writer.Line("return;");
                }

                writer.Line();
            }

            if (model.Properties.Any(p => NeedsMark(p.Value.Plain)))
            {
                writer.Line("int mark;");
            }

            foreach (var property in model.Properties)
            {
                PrintMember(writer, property, Names.Pointer(property.JsonName));
            }

            if (model.Additional is not null)
            {
                writer
                    .If(
                        "value.AdditionalMembers is { } additional",
                        "ValidateAdditionalMembers(additional, ref errors);"
                    )
                    .Line();
            }

            if (model.HasMemberRules)
            {
                writer.Line("CheckMembers(value, ref errors);");
            }

            PrintJudge(writer, model.Rules);
        }

        writer.Line();
        if (model.Additional is { } additional)
        {
            PrintMembers(writer, "AdditionalMembers", additional, model);
        }
    }

    /// <summary>Prints the judgement of a value's JSON, which must be such that it can be written.</summary>
    public static void PrintJudge(SourceWriter writer, RulesReference? rules)
    {
        if (rules is not null)
        {
            writer.If(
                "errors.Count == first",
                $"{Names.Checks}.Judge(value, {Names.Rules(rules)}, ref errors, first);"
            );
        }
    }

    /// <summary>Prints the methods that check values, lists and maps.</summary>
    public static void PrintMethods(SourceWriter writer, IEnumerable<ValueModel> values)
    {
        foreach (var value in values)
        {
            CheckPrinter.Print(writer, value);
            switch (value)
            {
                case ListValue list when LooksInside(list):
                    PrintList(writer, list);
                    break;
                case MapValue map:
                    PrintMembers(writer, map.Name, map.Item, owner: null);
                    break;
            }
        }
    }

    /// <summary>Prints the check of a member or of an item of a tuple.</summary>
    public static void PrintMember(SourceWriter writer, PropertyModel property, string pointer)
    {
        var expression = "value." + property.Name;
        var plain = property.Value.Plain;
        var isMandatory = property is { IsRequired: true, Value: not NullableValue };
        if (isMandatory && plain.IsReference)
        {
            var required = $"{Names.Checks}.Required({expression}, {pointer}, ref errors)";
            if (!NeedsMark(plain))
            {
                writer.Line(required + ";");
                return;
            }

            using (writer.Begin($"if ({required})"))
            {
                PrintChecks(writer, plain, expression, pointer);
            }

            writer.Line();
        }
        else if (!NeedsMark(plain))
        {
            return;
        }
        else if (isMandatory)
        {
            PrintChecks(writer, plain, expression, pointer);
        }
        else
        {
            using (writer.Begin($"if ({expression} is {{ }} {property.Local})"))
            {
                PrintChecks(writer, plain, property.Local, pointer);
            }

            writer.Line();
        }
    }

    public static bool NeedsMark(ValueModel value) =>
        value.HasChecks
        || value is ObjectValue or MapValue
        || value is ListValue list && LooksInside(list);

    private static void PrintChecks(
        SourceWriter writer,
        ValueModel value,
        string expression,
        string pointer
    )
    {
        writer.Line("mark = errors.Count;");
        foreach (var statement in Statements(value, expression))
        {
            writer.Line(statement);
        }

        writer.Line($"errors.Within(mark, {pointer});");
    }

    private static IEnumerable<string> Statements(ValueModel value, string expression)
    {
        if (
            value is not ListValue { Limits.Count: 0 }
            && CheckPrinter.Call(value, expression, "errors") is { } check
        )
        {
            yield return check;
        }

        switch (value)
        {
            case ObjectValue @object:
                yield return $"{@object.Type.Full}.Codec.Validate({expression}, ref errors);";
                break;
            case ListValue list:
                if (list.IsUnique)
                {
                    yield return $"{Names.Checks}.UniqueItems({expression}, ref errors);";
                }

                if (LooksInside(list))
                {
                    yield return $"Validate{value.Name}({expression}, ref errors);";
                }

                break;
            case MapValue:
                yield return $"Validate{value.Name}({expression}, ref errors);";
                break;
        }
    }

    // An item that can be null must be looked at even where nothing else is asked of it.
    private static bool LooksInside(ListValue list) =>
        list.Item.IsReference || NeedsMark(list.Item.Plain);

    private static void PrintList(SourceWriter writer, ListValue list)
    {
        using (
            writer.Begin(
                $"private static void Validate{list.Name}({Names.TypeOf(list)} value, {Names.Errors})"
            )
        )
        {
            writer.Line("var items = value.AsSpan();");
            using (writer.Begin("for (var i = 0; i < items.Length; i++)"))
            {
                writer.Line("var mark = errors.Count;").Line("var item = items[i];");
                PrintItem(writer, list.Item);
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
        RecordModel? owner
    )
    {
        var type = $"{Names.Runtime}ContractMap<{Names.TypeOf(item)}>";
        using (writer.Begin($"private static void Validate{name}({type} value, {Names.Errors})"))
        using (writer.Begin("foreach (var (name, item) in value.AsSpan())"))
        {
            writer
                .Line("var mark = errors.Count;")
                .Line($"{Names.Checks}.Unicode(name, ref errors);");
            if (owner is { Properties.Count: > 0 })
            {
                var declared = Operands.Join(
                    "or",
                    owner.Properties.Select(p => SchemaText.Literal(p.JsonName))
                );
                writer
                    .If(
                        $"name is {declared}",
                        $"errors.Add({Names.Runtime}ContractErrorCodes.DuplicateMember, \"must not have the name of a declared member\");"
                    )
                    .Line();
            }

            PrintItem(writer, item);
            writer.Line("errors.WithinMember(mark, name);");
        }

        writer.Line();
    }

    /// <summary>Prints the check of an item or a member, which stands in <c>item</c>.</summary>
    public static void PrintItem(SourceWriter writer, ValueModel item)
    {
        var statements = string.Join(
            "\n",
            Statements(item.Plain, item is NullableValue ? "known" : "item")
        );
        if (item is NullableValue)
        {
            if (statements.Length > 0)
            {
                writer.If("item is { } known", statements).Line();
            }
        }
        else if (!item.IsReference)
        {
            writer.Line(statements);
        }
        else
        {
            writer.If(
                "item is null",
                $"errors.Add({Names.Runtime}ContractErrorCodes.Type, \"must not be null\");"
            );
            if (statements.Length > 0)
            {
                using (writer.Begin("else"))
                {
                    writer.Line(statements);
                }
            }

            writer.Line();
        }
    }
}
