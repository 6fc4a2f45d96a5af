using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The methods that read a record and its lists.</summary>
internal static partial class ReadPrinter
{
    public static void Print(SourceWriter writer, ObjectModel model)
    {
        PrintRead(writer, model);
        PrintMemberIndex(writer, model);
        foreach (var property in model.Properties)
        {
            PrintLists(writer, property.Name, property.Value);
        }

        if (model.Additional is { } additional)
        {
            PrintLists(writer, "AdditionalMembersItem", additional);
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
                writer.Line(
                    $"{Names.TypeOf(Names.Plain(model.Properties[i].Value))}? value{i} = null;"
                );
            }

            if (model.Additional is { } additional)
            {
                writer.Line(NewMembers(additional));
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
            var value = Names.Plain(property.Value);
            var absent =
                property.Value is NullableValue ? " && !reader.IsNull"
                : property.IsRequired ? ""
                : " && !reader.IsAbsent";
            using var @case = writer.Case($"case {i}:");
            // A second member of the name is reported and passed over by IsFirst itself.
            using (writer.Begin($"if (reader.IsFirst(ref seen, {i}){absent})"))
            {
                writer.Line($"value{i} = {Expression(property.Name, value)};");
                if (CheckPrinter.AfterReading(property.Name, value, "checked" + i) is { } check)
                {
                    writer.Line($"if (reader.IsStrict && value{i} is {{ }} checked{i}) {check}");
                }
            }

            writer.Line($"reader.Errors.Within(mark, {Names.Pointer(property.JsonName)});");
            if (i + 1 < model.Properties.Count)
            {
                PrintPrediction(writer, model.Properties[i + 1].JsonName, i + 1);
            }
        }

        using var @default = writer.Case("default:");
        if (model.Additional is { } additional)
        {
            PrintMember(writer, "AdditionalMembers", additional, "unknown");
            return;
        }

        var isClosed = model.IsClosed ? "true" : "false";
        writer.Line($"reader.Unknown(name, ref unknown, isClosed: {isClosed});");
    }

    private static void PrintPrediction(SourceWriter writer, string jsonName, int index)
    {
        // What JSON has to escape doesn't stand there as it is.
        if (jsonName.Any(c => c is '"' or '\\' or < ' '))
        {
            return;
        }

        using (writer.Begin($"if (reader.IsNextMember({Literals.Utf8($",\"{jsonName}\":")}))"))
        {
            writer.Line("mark = reader.Errors.Count;");
            writer.Line($"goto case {index};");
        }

        writer.Line();
    }

    private static void PrintMissing(SourceWriter writer, ObjectModel model)
    {
        var required = model
            .Properties.Select((p, i) => (Property: p, Index: i))
            .Where(p => p.Property.IsRequired)
            .ToList();

        foreach (var (property, index) in required)
        {
            writer.Line(
                $"if ((seen & {1UL << index}UL) == 0) {Names.Checks}.Missing({Names.Pointer(property.JsonName)}, ref reader.Errors);"
            );
        }

        // What is missing or of a wrong type has been reported by now; without it there is no value to make.
        var needed = required
            .Where(p => p.Property.Value is not NullableValue)
            .Select(p => $"value{p.Index} is null")
            .ToList();
        if (needed.Count > 0)
        {
            writer.Line(
                $$"""
                if ({{string.Join(" || ", needed)}})
                {
                    return null;
                }
                """
            );
        }
    }

    private static void PrintConstruction(SourceWriter writer, ObjectModel model)
    {
        using (writer.Begin($"var value = new {model.Name.Full}", "};"))
        {
            for (var i = 0; i < model.Properties.Count; i++)
            {
                var property = model.Properties[i];
                var value =
                    property is { IsRequired: true, Value: not NullableValue }
                    && !Names.IsReference(property.Value)
                        ? $"value{i}.Value"
                        : $"value{i}";
                writer.Line($"{property.Name} = {value},");
            }

            if (model.Additional is { } additional)
            {
                writer.Line($"AdditionalMembers = {BuildMembers(additional)},");
            }
        }

        if (ConditionPrinter.HasRules(model))
        {
            // What the members demand of each other can't be judged when one of them couldn't be read.
            var failed = model
                .Properties.Select((p, i) => (Property: p, Index: i))
                .Where(p => p.Property.Value is not NullableValue)
                .Select(p => $"((seen & {1UL << p.Index}UL) != 0 && value{p.Index} is null)")
                .DefaultIfEmpty("false");
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
            TextValue text => CheckPrinter.ReadText(name, text),
            TimestampValue timestamp =>
                $"reader.ReadTimestamp<{Names.Runtime}{Names.TimestampFormat(timestamp.Format)}>()",
            EnumerationValue enumeration => $"reader.ReadText<{enumeration.Type.Full}>()",
            IntegerValue { AcceptsText: true, MinLength: null, MaxLength: null } =>
                "reader.ReadInt64OrText()",
            IntegerValue integer => integer.AcceptsText
                ? $"reader.ReadInt64OrText({Literals.Number(integer.MinLength ?? 0)}, {Literals.Number(integer.MaxLength ?? int.MaxValue)})"
                : "reader.ReadInt64()",
            NumberValue => "reader.ReadDecimal()",
            BooleanValue => "reader.ReadBoolean()",
            ObjectValue @object => $"{@object.Type.Full}.Codec.Read(ref reader)",
            ListValue or MapValue => $"Read{name}(ref reader)",
            _ => throw new InvalidOperationException($"A {value.GetType().Name} can't be read."),
        };

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
