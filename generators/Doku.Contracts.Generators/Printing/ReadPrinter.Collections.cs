using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

// Lists, maps, and the members of a record that have no name in the schema.
internal static partial class ReadPrinter
{
    private static void PrintLists(SourceWriter writer, string name, ValueModel value)
    {
        switch (value)
        {
            case NullableValue nullable:
                PrintLists(writer, name, nullable.Inner);
                break;
            case MapValue map:
                PrintMap(writer, name, map);
                PrintLists(writer, name + "Item", map.Item);
                break;
            case ListValue list:
                PrintList(writer, name, list);
                PrintLists(writer, name + "Item", list.Item);
                break;
        }
    }

    private static void PrintList(SourceWriter writer, string name, ListValue list)
    {
        var inner = Names.Plain(list.Item);
        using (writer.Begin($"private static {Names.TypeOf(list)}? Read{name}({Names.Reader})"))
        {
            writer.Line("var start = reader.Position;");
            if (list.AcceptsSingle)
            {
                // One text stands for an array of it; in the text that is read it has no index.
                using (writer.Begin("if (reader.IsString)"))
                {
                    writer.Line($"var single = {Expression(name + "Item", inner)};");
                    PrintItemCheck(writer, name, inner, "single");
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
                PrintNullItem(writer, list.Item, "items.Add(null)");
                writer.Line($"var item = {Expression(name + "Item", inner)};");
                PrintItemCheck(writer, name, inner, "item");
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
    }

    private static void PrintMap(SourceWriter writer, string name, MapValue map)
    {
        using (writer.Begin($"private static {Names.TypeOf(map)}? Read{name}({Names.Reader})"))
        {
            writer.Line(
                $$"""
                var start = reader.Position;
                if (!reader.BeginObject())
                {
                    return null;
                }

                var isPartial = false;
                global::System.Collections.Generic.HashSet<string>? names = null;
                {{NewMembers(map.Item)}}
                """
            );
            using (writer.Begin("while (reader.NextMember(out var name))"))
            {
                writer.Line("var mark = reader.Errors.Count;");
                PrintMember(writer, name, map.Item, "names", isCounted: true);
            }

            writer
                .Line("reader.Errors.Offset = start;")
                .Line($"return isPartial ? null : {BuildMembers(map.Item)};");
        }

        writer.Line();
    }

    // A member whose name the schema doesn't know but whose value it does.
    private static void PrintMember(
        SourceWriter writer,
        string name,
        ValueModel item,
        string seen,
        bool isCounted = false
    )
    {
        var inner = Names.Plain(item);
        using (writer.Begin($"if (reader.IsFirst(name, ref {seen}, out var memberName))"))
        {
            if (item is NullableValue)
            {
                writer.Line("if (reader.IsNull) { members.Add(new(memberName, null)); continue; }");
            }

            writer.Line($"var item = {Expression(name + "Item", inner)};");
            PrintItemCheck(writer, name, inner, "item");
            writer.Line(
                $"if (item is {{ }} known) members.Add(new(memberName, known));{(isCounted ? " else isPartial = true;" : "")}"
            );
            writer.Line("reader.Errors.WithinMember(mark, memberName);");
        }
    }

    private static void PrintNullItem(SourceWriter writer, ValueModel item, string statement)
    {
        if (item is NullableValue)
        {
            writer.Line($"if (reader.IsNull) {{ {statement}; continue; }}");
        }
    }

    private static string NewMembers(ValueModel item) =>
        $"var members = new global::System.Collections.Generic.List<global::System.Collections.Generic.KeyValuePair<string, {Names.TypeOf(item)}>>();";

    private static string BuildMembers(ValueModel item) =>
        $"{Names.Runtime}ContractMap.Create<{Names.TypeOf(item)}>(global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(members))";

    private static void PrintItemCheck(
        SourceWriter writer,
        string name,
        ValueModel item,
        string variable
    )
    {
        if (CheckPrinter.AfterReading(name + "Item", item, variable + "Checked") is { } check)
        {
            writer.Line($"if (reader.IsStrict && {variable} is {{ }} {variable}Checked) {check}");
        }
    }
}
