using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>How values are read: an expression for each, and methods for lists and maps.</summary>
internal static class ReadPrinter
{
    /// <summary>An expression that reads a value, and gives null when an error was added.</summary>
    public static string Expression(ValueModel value) =>
        value switch
        {
            TextValue text => CheckPrinter.ReadText(text),
            TimestampValue timestamp =>
                $"reader.ReadTimestamp<{Names.Runtime}{timestamp.Format}>()",
            EnumerationValue enumeration => $"reader.ReadText<{enumeration.Type.Full}>()",
            IntegerValue { AcceptsText: true } integer =>
                $"reader.ReadInt64OrText({string.Join(", ", TextArguments(integer))})",
            IntegerValue => "reader.ReadInt64()",
            NumberValue => "reader.ReadDecimal()",
            AnyNumberValue number =>
                $"reader.ReadNumber(isWhole: {(number.IsWhole ? "true" : "false")})",
            BooleanValue => "reader.ReadBoolean()",
            ObjectValue @object => $"{@object.Type.Full}.Codec.Read(ref reader)",
            JsonValue => "reader.ReadValue()",
            ListValue or MapValue => $"Read{value.Name}(ref reader)",
            _ => throw new InvalidOperationException($"A {value.GetType().Name} can't be read."),
        };

    private static IEnumerable<string> TextArguments(IntegerValue integer)
    {
        if (integer.MinLength is not null || integer.MaxLength is not null)
        {
            yield return Literals.Number(integer.MinLength ?? 0);
            yield return integer.MaxLength is { } most ? Literals.Number(most) : "int.MaxValue";
        }

        if (integer.AcceptsZeroFraction)
        {
            yield return "acceptsZeroFraction: true";
        }
    }

    /// <summary>Prints the statements that read a value into a variable and, when reading strictly, check it.</summary>
    public static void PrintValue(
        SourceWriter writer,
        ValueModel value,
        string local,
        bool declares = false
    )
    {
        var plain = value.Plain;
        writer.Line($"{(declares ? "var " : "")}{local} = {Expression(plain)};");
        if (CheckPrinter.AfterReading(plain, Names.Known(plain, local)) is { } check)
        {
            writer.If($"reader.IsStrict && {local} is not null", check);
        }
    }

    /// <summary>Prints the methods that read lists and maps.</summary>
    public static void PrintMethods(SourceWriter writer, IEnumerable<ValueModel> values)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case ListValue list:
                    PrintList(writer, list);
                    break;
                case MapValue map:
                    PrintMap(writer, map);
                    break;
            }
        }
    }

    private static void PrintList(SourceWriter writer, ListValue list)
    {
        using (
            writer.Begin($"private static {Names.TypeOf(list)}? Read{list.Name}({Names.Reader})")
        )
        {
            writer.Line("var start = reader.Position;");
            if (list.AcceptsSingle)
            {
                // One text stands for an array of it; in the text that is read it has no index.
                using (writer.Begin("if (reader.IsString)"))
                {
                    PrintValue(writer, list.Item, "single", declares: true);
                    writer.Line(
                        $"return single is null ? null : {Names.Runtime}ContractList.Create(single);"
                    );
                }

                writer.Line();
            }

            writer
                .If("!reader.BeginArray()", "return null;")
                .Line()
                .Line(
                    $"var items = new {Names.Runtime}ContractListBuilder<{Names.TypeOf(list.Item)}>();"
                )
                .Line("var index = 0;")
                .Line("var isPartial = false;");
            using (writer.Begin("for (; reader.NextItem(); index++)"))
            {
                writer.Line("var mark = reader.Errors.Count;");
                if (list.Item is NullableValue)
                {
                    writer.If("reader.IsNull", "items.Add(null);\ncontinue;").Line();
                }

                PrintValue(writer, list.Item, "item", declares: true);
                PrintKeep(writer, list.Item, "items.Add(", ")");
                writer.Line("reader.Errors.Within(mark, index);");
            }

            // A list that lacks an item which couldn't be read must not be counted.
            writer.Line().Line("reader.Errors.Offset = start;").Line("var list = items.Build();");
            if (list.IsUnique)
            {
                // Items that are equal in C# may still differ in JSON: in members that no type names.
                writer.If(
                    $"reader.IsStrict && !{Names.Checks}.AreDistinct(list)",
                    $"reader.Judge({Names.Assert}.UniqueItems(), start);"
                );
            }

            writer.Line("return isPartial ? null : list;");
        }

        writer.Line();
    }

    private static void PrintMap(SourceWriter writer, MapValue map)
    {
        using (writer.Begin($"private static {Names.TypeOf(map)}? Read{map.Name}({Names.Reader})"))
        {
            writer
                .Line("var start = reader.Position;")
                .If("!reader.BeginObject()", "return null;")
                .Line()
                .Line("var isPartial = false;")
                .Line("global::System.Collections.Generic.HashSet<string>? names = null;")
                .Line(NewMembers(map.Item));
            using (writer.Begin("while (reader.NextMember(out var name))"))
            {
                writer.Line("var mark = reader.Errors.Count;");
                PrintMember(writer, map.Item, "names", isCounted: true);
            }

            writer
                .Line()
                .Line("reader.Errors.Offset = start;")
                .Line($"return isPartial ? null : {BuildMembers(map.Item)};");
        }

        writer.Line();
    }

    /// <summary>Prints the reading of a member whose name the schema doesn't know but whose value it does.</summary>
    public static void PrintMember(
        SourceWriter writer,
        ValueModel item,
        string seen,
        bool isCounted = false
    )
    {
        using (writer.Begin($"if (reader.IsFirst(name, ref {seen}, out var memberName))"))
        {
            if (item is NullableValue)
            {
                writer.If("reader.IsNull", "members.Add(new(memberName, null));\ncontinue;").Line();
            }

            PrintValue(writer, item, "item", declares: true);
            PrintKeep(writer, item, "members.Add(new(memberName, ", "))", isCounted);
            writer.Line("reader.Errors.WithinMember(mark, memberName);");
        }
    }

    public static string NewMembers(ValueModel item) =>
        $"var members = new global::System.Collections.Generic.List<global::System.Collections.Generic.KeyValuePair<string, {Names.TypeOf(item)}>>();";

    public static string BuildMembers(ValueModel item) =>
        $"{Names.Runtime}ContractMap.Create<{Names.TypeOf(item)}>(global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(members))";

    private static void PrintKeep(
        SourceWriter writer,
        ValueModel item,
        string head,
        string tail,
        bool isCounted = true
    )
    {
        writer.If("item is not null", $"{head}{Names.Known(item, "item")}{tail};");
        if (isCounted)
        {
            using (writer.Begin("else"))
            {
                writer.Line("isPartial = true;");
            }
        }

        writer.Line();
    }
}
