using System.Globalization;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The method that reads a record.</summary>
internal static class RecordReadPrinter
{
    // Members that were met are noted as the bits of numbers.
    private const int BitsPerNumber = 64;

    public static void Print(SourceWriter writer, RecordModel model)
    {
        using (writer.Begin($"internal static {model.Name.Full}? Read({Names.Reader})"))
        {
            writer.Line("var start = reader.Position;");
            if (model.HoldsOthers)
            {
                PrintOther(writer, model);
            }

            writer.If("!reader.BeginObject()", "return null;").Line();
            for (var i = 0; i < model.Properties.Count; i += BitsPerNumber)
            {
                writer.Line($"var {Seen(i)} = 0UL;");
            }

            writer.Line("global::System.Collections.Generic.HashSet<string>? unknown = null;");
            foreach (var property in model.Properties)
            {
                writer.Line($"{Names.Nullable(property.Value)} {property.Local} = null;");
            }

            if (model.Additional is { } additional)
            {
                writer.Line(ReadPrinter.NewMembers(additional));
            }

            PrintMembers(writer, model);
            writer.Line().Line("reader.Errors.Offset = start;");
            PrintMissing(writer, model);
            PrintConstruction(writer, model);
        }

        writer.Line();
        PrintMemberIndex(writer, model);
    }

    // A schema without a type, or with several, allows values that have no members.
    private static void PrintOther(SourceWriter writer, RecordModel model)
    {
        using (writer.Begin("if (!reader.IsObject)"))
        {
            writer.Line("var other = reader.ReadValue();");
            PrintJudge(writer, model.Rules);
            writer.Line(
                $"return other is null ? null : new {model.Name.Full} {{ OtherValue = other }};"
            );
        }

        writer.Line();
    }

    public static void PrintJudge(SourceWriter writer, RulesReference? rules)
    {
        if (rules is not null)
        {
            writer.If("reader.IsStrict", $"reader.Judge({Names.Rules(rules)}, start);").Line();
        }
    }

    private static void PrintMembers(SourceWriter writer, RecordModel model)
    {
        using var loop = writer.Begin("while (reader.NextMember(out var name))");
        if (model.Properties.Count > 0 || model.Additional is not null)
        {
            writer.Line("var mark = reader.Errors.Count;");
        }

        if (model.Properties.Count == 0)
        {
            PrintUnnamed(writer, model);
            return;
        }

        using var @switch = writer.Begin("switch (MemberIndex(name))");
        for (var i = 0; i < model.Properties.Count; i++)
        {
            PrintCase(writer, model, i);
        }

        using var @default = writer.Case("default:");
        PrintUnnamed(writer, model);
    }

    private static void PrintUnnamed(SourceWriter writer, RecordModel model)
    {
        if (model.Additional is { } additional)
        {
            ReadPrinter.PrintMember(writer, additional, "unknown");
            return;
        }

        var isClosed = model.IsClosed ? "true" : "false";
        writer.Line($"reader.Unknown(name, ref unknown, isClosed: {isClosed});");
    }

    private static void PrintCase(SourceWriter writer, RecordModel model, int index)
    {
        var property = model.Properties[index];
        var absent =
            property.Value is NullableValue ? " && !reader.IsNull"
            : property.IsRequired || property.Value is JsonValue ? ""
            : " && !reader.IsAbsent";
        using var @case = writer.Case($"case {Literals.Number(index)}:");
        // A second member of the name is reported and passed over by IsFirst itself.
        using (
            writer.Begin(
                $"if (reader.IsFirst(ref {Seen(index)}, {Literals.Number(index % BitsPerNumber)}){absent})"
            )
        )
        {
            ReadPrinter.PrintValue(writer, property.Value, property.Local);
        }

        writer.Line().Line($"reader.Errors.Within(mark, {Names.Pointer(property.JsonName)});");
        if (index + 1 < model.Properties.Count)
        {
            PrintPrediction(writer, model.Properties[index + 1].JsonName, index + 1);
        }
    }

    private static void PrintPrediction(SourceWriter writer, string jsonName, int index)
    {
        // What JSON has to escape doesn't stand there as it is.
        if (jsonName.Any(c => c is '"' or '\\' or < ' '))
        {
            return;
        }

        using (writer.Begin($"if (reader.IsNextMember({SchemaText.Utf8($",\"{jsonName}\":")}))"))
        {
            writer.Line("mark = reader.Errors.Count;").Line($"goto case {Literals.Number(index)};");
        }

        writer.Line();
    }

    private static void PrintMissing(SourceWriter writer, RecordModel model)
    {
        for (var i = 0; i < model.Properties.Count; i++)
        {
            if (model.Properties[i].IsRequired)
            {
                writer.If(
                    Bit(i) + " == 0",
                    $"{Names.Checks}.Missing({Names.Pointer(model.Properties[i].JsonName)}, ref reader.Errors);"
                );
            }
        }

        writer.Line();
        PrintJudge(writer, model.Rules);
        // What is missing or of a wrong type has been reported by now; without it there is no value to make.
        var needed = model
            .Properties.Where(p => p is { IsRequired: true, Value: not NullableValue })
            .Select(p => $"{p.Local} is null")
            .ToList();
        if (needed.Count > 0)
        {
            writer.If(Operands.Join("||", needed), "return null;").Line();
        }
    }

    private static void PrintConstruction(SourceWriter writer, RecordModel model)
    {
        using (writer.Begin($"var value = new {model.Name.Full}", "};"))
        {
            foreach (var property in model.Properties)
            {
                var value = property is { IsRequired: true, Value: not NullableValue }
                    ? Names.Known(property.Value, property.Local)
                    : property.Local;
                writer.Line($"{property.Name} = {value},");
            }

            if (model.Additional is { } additional)
            {
                writer.Line($"AdditionalMembers = {ReadPrinter.BuildMembers(additional)},");
            }
        }

        if (model.HasMemberRules)
        {
            PrintMemberRules(writer, model);
        }

        writer.Line("return value;");
    }

    // What the members demand of each other can't be judged when one of them couldn't be read.
    private static void PrintMemberRules(SourceWriter writer, RecordModel model)
    {
        var failed = model
            .Properties.Select((p, i) => (Property: p, Index: i))
            .Where(p => p.Property.Value is not NullableValue)
            .Select(p => $"({Bit(p.Index)} != 0 && {p.Property.Local} is null)")
            .DefaultIfEmpty("false");
        var line = Operands.Join("||", failed);
        writer
            .Line($"var isPartial ={(line.Contains('\n') ? "\n    " : " ")}{line};")
            .If("reader.IsStrict && !isPartial", "CheckMembers(value, ref reader.Errors);")
            .Line();
    }

    private static string Bit(int index) =>
        $"({Seen(index)} & {(1UL << (index % BitsPerNumber)).ToString(CultureInfo.InvariantCulture)}UL)";

    private static string Seen(int index) =>
        index < BitsPerNumber ? "seen" : "seen" + Literals.Number((index / BitsPerNumber) + 1);

    private static void PrintMemberIndex(SourceWriter writer, RecordModel model)
    {
        if (model.Properties.Count == 0)
        {
            return;
        }

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
                    using var @case = writer.Case($"case {Literals.Number(group.Key)}:");
                    foreach (var (jsonName, index) in group)
                    {
                        writer.If(
                            $"global::System.MemoryExtensions.SequenceEqual(name, {SchemaText.Utf8(jsonName)})",
                            $"return {Literals.Number(index)};"
                        );
                    }
                }
            }

            writer.Line().Line("return -1;");
        }

        writer.Line();
    }
}
