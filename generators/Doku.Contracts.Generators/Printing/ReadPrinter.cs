using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The methods that read a record and its lists.</summary>
internal static class ReadPrinter
{
    public static void Print(SourceWriter writer, ObjectModel model)
    {
        PrintRead(writer, model);
        PrintMemberIndex(writer, model);
        foreach (var property in model.Properties)
        {
            PrintLists(writer, property.Name, property.Value);
        }
    }

    private static void PrintRead(SourceWriter writer, ObjectModel model)
    {
        using (writer.Begin($"internal static {model.Name.Name}? Read({Names.Reader})"))
        {
            writer.Line(
                """
                var start = reader.Position;
                if (!reader.BeginObject())
                {
                    return null;
                }

                var seen = 0UL;
                global::System.Collections.Generic.HashSet<string>? unknown = null;
                """
            );
            for (var i = 0; i < model.Properties.Count; i++)
            {
                writer.Line($"{Names.TypeOf(model.Properties[i].Value)}? value{i} = null;");
            }

            PrintMembers(writer, model);
            writer.Line("reader.Errors.Offset = start;");
            PrintMissing(writer, model);
            PrintConstruction(writer, model);
        }

        writer.Line();
    }

    private static void PrintMembers(SourceWriter writer, ObjectModel model)
    {
        using var loop = writer.Begin("while (reader.NextMember(out var name))");
        writer.Line("var mark = reader.Errors.Count;");
        using var @switch = writer.Begin("switch (MemberIndex(name))");
        for (var i = 0; i < model.Properties.Count; i++)
        {
            var property = model.Properties[i];
            var absent = property.IsRequired ? "" : " && !reader.IsAbsent";
            using var @case = writer.Case($"case {i}:");
            // A second member of the name is reported and passed over by IsFirst itself.
            using (writer.Begin($"if (reader.IsFirst(ref seen, {i}){absent})"))
            {
                writer.Line($"value{i} = {Expression(property.Name, property.Value)};");
                if (CheckPrinter.HasChecks(property.Value))
                {
                    var check = CheckPrinter.Call(
                        property.Name,
                        property.Value,
                        "checked" + i,
                        "reader.Errors"
                    );
                    writer.Line($"if (reader.IsStrict && value{i} is {{ }} checked{i}) {check}");
                }
            }

            writer.Line($"reader.Errors.Within(mark, {Names.Pointer(property.JsonName)});");
        }

        using var @default = writer.Case("default:");
        var isClosed = model.IsClosed ? "true" : "false";
        writer.Line($"reader.Unknown(name, ref unknown, isClosed: {isClosed});");
    }

    private static void PrintMissing(SourceWriter writer, ObjectModel model)
    {
        var required = model
            .Properties.Select((p, i) => (Property: p, Index: i))
            .Where(p => p.Property.IsRequired)
            .ToList();
        if (required.Count == 0)
        {
            return;
        }

        foreach (var (property, index) in required)
        {
            writer.Line(
                $"if ((seen & {1UL << index}UL) == 0) {Names.Checks}.Missing({Names.Pointer(property.JsonName)}, ref reader.Errors);"
            );
        }

        // What is missing or of a wrong type has been reported by now; without it there is no value to make.
        writer.Line(
            $$"""
            if ({{string.Join(" || ", required.Select(p => $"value{p.Index} is null"))}})
            {
                return null;
            }
            """
        );
    }

    private static void PrintConstruction(SourceWriter writer, ObjectModel model)
    {
        using (writer.Begin($"var value = new {model.Name.Full}", "};"))
        {
            for (var i = 0; i < model.Properties.Count; i++)
            {
                var property = model.Properties[i];
                var value =
                    property.IsRequired && !Names.IsReference(property.Value)
                        ? $"value{i}.Value"
                        : $"value{i}";
                writer.Line($"{property.Name} = {value},");
            }
        }

        if (ConditionPrinter.HasRules(model))
        {
            // What the members demand of each other can't be judged when one of them couldn't be read.
            var failed = model.Properties.Select(
                (_, i) => $"((seen & {1UL << i}UL) != 0 && value{i} is null)"
            );
            writer.Line($"var isPartial = {string.Join(" || ", failed)};");
            writer.Line(
                "if (reader.IsStrict && !isPartial) CheckMembers(value, ref reader.Errors);"
            );
        }

        writer.Line("return value;");
    }

    private static string Expression(string name, ValueModel value) =>
        value switch
        {
            TextValue => "reader.ReadString()",
            TimestampValue timestamp =>
                $"reader.ReadTimestamp<{Names.Runtime}{Names.TimestampFormat(timestamp.Format)}>()",
            EnumerationValue enumeration => $"reader.ReadText<{enumeration.Type.Full}>()",
            IntegerValue integer => integer.AcceptsText
                ? "reader.ReadInt64OrText()"
                : "reader.ReadInt64()",
            NumberValue => "reader.ReadDecimal()",
            BooleanValue => "reader.ReadBoolean()",
            ObjectValue @object => $"{@object.Type.Full}.Codec.Read(ref reader)",
            ListValue => $"Read{name}(ref reader)",
            _ => throw new InvalidOperationException($"A {value.GetType().Name} can't be read."),
        };

    private static void PrintLists(SourceWriter writer, string name, ValueModel value)
    {
        if (value is not ListValue list)
        {
            return;
        }

        using (writer.Begin($"private static {Names.TypeOf(list)}? Read{name}({Names.Reader})"))
        {
            writer.Line("var start = reader.Position;");
            if (list.AcceptsSingle)
            {
                // One text stands for an array of it; in the text that is read it has no index.
                using (writer.Begin("if (reader.IsString)"))
                {
                    writer.Line($"var single = {Expression(name + "Item", list.Item)};");
                    PrintItemCheck(writer, name, list.Item, "single");
                    writer.Line(
                        $"return single is null ? null : {Names.Runtime}ContractList.Create(single);"
                    );
                }
            }

            writer.Line(
                $$"""
                if (!reader.BeginArray())
                {
                    return null;
                }

                var items = new {{Names.Runtime}}ContractListBuilder<{{Names.TypeOf(list.Item)}}>();
                var index = 0;
                var isPartial = false;
                """
            );
            using (writer.Begin("for (; reader.NextItem(); index++)"))
            {
                writer.Line("var mark = reader.Errors.Count;");
                writer.Line($"var item = {Expression(name + "Item", list.Item)};");
                PrintItemCheck(writer, name, list.Item, "item");
                writer.Line("if (item is { } known) items.Add(known); else isPartial = true;");
                writer.Line("reader.Errors.Within(mark, index);");
            }

            // A list that lacks an item which couldn't be read must not be counted.
            writer
                .Line("reader.Errors.Offset = start;")
                .Line("var list = items.Build();")
                .Line("return isPartial ? null : list;");
        }

        writer.Line();
        PrintLists(writer, name + "Item", list.Item);
    }

    private static void PrintItemCheck(
        SourceWriter writer,
        string name,
        ValueModel item,
        string variable
    )
    {
        if (CheckPrinter.HasChecks(item))
        {
            var check = CheckPrinter.Call(
                name + "Item",
                item,
                variable + "Checked",
                "reader.Errors"
            );
            writer.Line($"if (reader.IsStrict && {variable} is {{ }} {variable}Checked) {check}");
        }
    }

    private static void PrintMemberIndex(SourceWriter writer, ObjectModel model)
    {
        using (
            writer.Begin("private static int MemberIndex(global::System.ReadOnlySpan<byte> name)")
        )
        {
            using (writer.Begin("switch (name.Length)"))
            {
                var byLength = model
                    .Properties.Select((p, i) => (p.JsonName, Index: i))
                    .GroupBy(p => System.Text.Encoding.UTF8.GetByteCount(p.JsonName))
                    .OrderBy(g => g.Key);
                foreach (var group in byLength)
                {
                    using var @case = writer.Case($"case {group.Key}:");
                    foreach (var (jsonName, index) in group)
                    {
                        writer.Line(
                            $"if (global::System.MemoryExtensions.SequenceEqual(name, {Literals.Utf8(jsonName)})) return {index};"
                        );
                    }
                }
            }

            writer.Line("return -1;");
        }

        writer.Line();
    }
}
