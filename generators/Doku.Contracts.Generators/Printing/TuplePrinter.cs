using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>An array whose items each have a type of their own, as a record with a member for each.</summary>
internal static class TuplePrinter
{
    public static string Print(TupleModel model)
    {
        var writer = SourceWriter.ForNamespace(
            model.Name.Namespace,
            model.Source,
            model.Items.Any(p => p is { IsRequired: false, Documentation.IsDeprecated: true })
        );
        using (ContractTypePrinter.Begin(writer, model))
        {
            foreach (var item in model.Items)
            {
                ContractTypePrinter.PrintProperty(
                    writer,
                    item,
                    $"The item at {item.JsonName}, counted from 0."
                );
            }

            if (model.Rest is { } rest)
            {
                writer
                    .Line("/// <summary>The items behind them.</summary>")
                    .Line($"public {RestType(rest)} Rest {{ get; init; }} = [];")
                    .Line();
            }

            ContractTypePrinter.PrintMethods(writer, model);
            ContractTypePrinter.PrintToString(writer, model.Items);
            LimitsPrinter.Print(writer, model.Items);
            using (ContractTypePrinter.BeginCodec(writer, model.Patterns))
            {
                var values = model
                    .Items.Select(i => i.Value)
                    .Concat(model.Rest is null ? [] : [model.Rest])
                    .SelectMany(v => v.All)
                    .ToList();
                PrintRead(writer, model);
                ReadPrinter.PrintMethods(writer, values);
                PrintWrite(writer, model);
                WritePrinter.PrintMethods(writer, values);
                PrintValidate(writer, model);
                ValidatePrinter.PrintMethods(writer, values);
                PatternPrinter.PrintMatchers(writer, model.Patterns);
            }
        }

        return writer.ToString();
    }

    private static string RestType(ValueModel rest) =>
        $"{Names.Runtime}ContractList<{Names.TypeOf(rest)}>";

    private static void PrintRead(SourceWriter writer, TupleModel model)
    {
        using (writer.Begin($"internal static {model.Name.Full}? Read({Names.Reader})"))
        {
            writer
                .Line("var start = reader.Position;")
                .If("!reader.BeginArray()", "return null;")
                .Line()
                .Line("var index = 0;")
                .Line("var isPartial = false;");
            foreach (var item in model.Items)
            {
                writer.Line($"{Names.Nullable(item.Value)} {item.Local} = null;");
            }

            if (model.Rest is { } rest)
            {
                writer.Line(
                    $"var items = new {Names.Runtime}ContractListBuilder<{Names.TypeOf(rest)}>();"
                );
            }

            using (writer.Begin("for (; reader.NextItem(); index++)"))
            {
                writer.Line("var mark = reader.Errors.Count;");
                using (writer.Begin("switch (index)"))
                {
                    foreach (var item in model.Items)
                    {
                        PrintItem(writer, item);
                    }

                    PrintRest(writer, model.Rest);
                }

                writer.Line().Line("reader.Errors.Within(mark, index);");
            }

            writer.Line().Line("reader.Errors.Offset = start;");
            PrintEnd(writer, model);
        }

        writer.Line();
    }

    private static void PrintItem(SourceWriter writer, PropertyModel item)
    {
        using (writer.Case($"case {item.JsonName}:"))
        {
            if (item.Value is NullableValue)
            {
                writer.If("reader.IsNull", "break;").Line();
            }

            ReadPrinter.PrintValue(writer, item.Value, item.Local);
            writer.Line($"isPartial |= {item.Local} is null;");
        }
    }

    private static void PrintRest(SourceWriter writer, ValueModel? rest)
    {
        using (writer.Case("default:"))
        {
            if (rest is null)
            {
                writer.Line("reader.UnknownItem();");
                return;
            }

            if (rest is NullableValue)
            {
                writer.If("reader.IsNull", "items.Add(null);\nbreak;").Line();
            }

            ReadPrinter.PrintValue(writer, rest, "item", declares: true);
            writer.If("item is not null", $"items.Add({Names.Known(rest, "item")});");
            writer.Line("isPartial |= item is null;");
        }
    }

    private static void PrintEnd(SourceWriter writer, TupleModel model)
    {
        var required = model.Items.Count(i => i.IsRequired);
        if (required > 0)
        {
            writer.Line(
                $"{Names.Checks}.MinItems(index, {Literals.Number(required)}, ref reader.Errors);"
            );
        }

        RecordReadPrinter.PrintJudge(writer, model.Rules);
        if (model.Rest is not null)
        {
            writer.Line("var rest = items.Build();");
        }

        writer
            .If(
                required > 0 ? $"isPartial || index < {Literals.Number(required)}" : "isPartial",
                "return null;"
            )
            .Line();
        using (writer.Begin($"return new {model.Name.Full}", "};"))
        {
            foreach (var item in model.Items)
            {
                var value = item is { IsRequired: true, Value: not NullableValue }
                    ? item.Value.IsReference
                        ? item.Local + "!"
                        : item.Local + "!.Value"
                    : item.Local;
                writer.Line($"{item.Name} = {value},");
            }

            if (model.Rest is not null)
            {
                writer.Line("Rest = rest,");
            }
        }
    }

    private static void PrintWrite(SourceWriter writer, TupleModel model)
    {
        PrintCount(writer, model);
        using (writer.Begin($"internal static void Write({model.Name.Full} value, {Names.Writer})"))
        {
            writer.Line("var count = Count(value);").Line("writer.Raw(\"[\"u8);");
            for (var i = 0; i < model.Items.Count; i++)
            {
                var item = model.Items[i];
                using (writer.Begin($"if (count > {Literals.Number(i)})"))
                {
                    if (i > 0)
                    {
                        writer.Line("writer.Raw(\",\"u8);");
                    }

                    var value =
                        item.IsRequired || item.Value is NullableValue
                            ? item.Value
                            : new NullableValue(item.Value);
                    WritePrinter.Print(writer, value, "value." + item.Name, item.Local);
                }

                writer.Line();
            }

            if (model.Rest is { } rest)
            {
                using (writer.Begin("foreach (var item in value.Rest.AsSpan())"))
                {
                    if (model.Items.Count > 0)
                    {
                        writer.Line("writer.Raw(\",\"u8);");
                    }

                    WritePrinter.Print(writer, rest, "item", "known");
                }

                writer.Line();
            }

            writer.Line("writer.Raw(\"]\"u8);");
        }

        writer.Line();
    }

    // How many of the named items are written: all up to the last that is there.
    private static void PrintCount(SourceWriter writer, TupleModel model)
    {
        using (writer.Begin($"private static int Count({model.Name.Full} value)"))
        {
            if (model.Rest is not null)
            {
                writer
                    .If(
                        "value.Rest is { Count: > 0 }",
                        $"return {Literals.Number(model.Items.Count)};"
                    )
                    .Line();
            }

            for (var i = model.Items.Count - 1; i >= 0 && !model.Items[i].IsRequired; i--)
            {
                writer
                    .If(
                        $"value.{model.Items[i].Name} is not null",
                        $"return {Literals.Number(i + 1)};"
                    )
                    .Line();
            }

            writer.Line($"return {Literals.Number(model.Items.Count(i => i.IsRequired))};");
        }

        writer.Line();
    }

    private static void PrintValidate(SourceWriter writer, TupleModel model)
    {
        using (
            writer.Begin($"internal static void Validate({model.Name.Full} value, {Names.Errors})")
        )
        {
            if (model.Rules is not null)
            {
                writer.Line("var first = errors.Count;");
            }

            if (
                model.Items.Any(i => ValidatePrinter.NeedsMark(i.Value.Plain))
                || model.Rest is not null
            )
            {
                writer.Line("int mark;");
            }

            for (var i = 0; i < model.Items.Count; i++)
            {
                var item = model.Items[i];
                ValidatePrinter.PrintMember(writer, item, Names.Pointer(item.JsonName));
                if (!item.IsRequired && item.Value is not NullableValue)
                {
                    // Only the last items may be left out.
                    writer
                        .If(
                            $"value.{item.Name} is null && Count(value) > {Literals.Number(i)}",
                            $"{Names.Checks}.Missing({Names.Pointer(item.JsonName)}, ref errors);"
                        )
                        .Line();
                }
            }

            if (model.Rest is { } rest)
            {
                PrintRestChecks(writer, rest, model.Items.Count);
            }

            ValidatePrinter.PrintJudge(writer, model.Rules);
        }

        writer.Line();
    }

    private static void PrintRestChecks(SourceWriter writer, ValueModel rest, int from)
    {
        writer.Line("var rest = value.Rest.AsSpan();");
        using (writer.Begin("for (var i = 0; i < rest.Length; i++)"))
        {
            writer.Line("var item = rest[i];").Line("mark = errors.Count;");
            ValidatePrinter.PrintItem(writer, rest);
            writer.Line($"errors.Within(mark, {Literals.Number(from)} + i);");
        }

        writer.Line();
    }
}
