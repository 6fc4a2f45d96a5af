using Doku.Contracts.Schema.Json;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>How values are written.</summary>
internal static class WritePrinter
{
    public static void PrintRecord(SourceWriter writer, RecordModel model)
    {
        using (writer.Begin($"internal static void Write({model.Name.Full} value, {Names.Writer})"))
        {
            if (model.HoldsOthers)
            {
                writer.If("value.OtherValue is { } other", "writer.Value(other);\nreturn;").Line();
            }

            PrintMembers(writer, model);
        }

        writer.Line();
    }

    /// <summary>A statement that writes a value.</summary>
    public static string Statement(ValueModel value, string expression) =>
        value switch
        {
            TextValue => $"writer.String({expression});",
            TimestampValue => $"writer.String({expression}.Text);",
            EnumerationValue => $"writer.String({expression}.Value);",
            IntegerValue or NumberValue or AnyNumberValue => $"writer.Number({expression});",
            BooleanValue => $"writer.Boolean({expression});",
            ObjectValue @object => $"{@object.Type.Full}.Codec.Write({expression}, ref writer);",
            JsonValue => $"writer.Value({expression});",
            ListValue or MapValue => $"Write{value.Name}({expression}, ref writer);",
            _ => throw new InvalidOperationException($"A {value.GetType().Name} can't be written."),
        };

    /// <summary>Prints the statements that write a value, or null where it may be null.</summary>
    public static void Print(SourceWriter writer, ValueModel value, string expression, string local)
    {
        if (value is not NullableValue)
        {
            writer.Line(Statement(value, expression));
            return;
        }

        writer.If($"{expression} is {{ }} {local}", Statement(value.Plain, local));
        using (writer.Begin("else"))
        {
            writer.Line("writer.Raw(\"null\"u8);");
        }

        writer.Line();
    }

    /// <summary>Prints the methods that write lists and maps.</summary>
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

    private static void PrintMembers(SourceWriter writer, RecordModel model)
    {
        // Up to the first mandatory member it is not known whether a comma is due; from then on it always is.
        var isFirstKnown = model.Properties.Count > 0 && model.Properties[0].IsAlwaysWritten;
        var isFirst = true;
        if (!isFirstKnown)
        {
            writer.Line("writer.Raw(\"{\"u8);");
            if (model.Properties.Count > 0 || model.Additional is not null)
            {
                writer.Line("var isFirst = true;");
            }
        }

        foreach (var property in model.Properties)
        {
            var name = JsonText.OfText(property.JsonName) + ":";
            var head = isFirstKnown
                ? $"writer.Raw({SchemaText.Utf8((isFirst ? "{" : ",") + name)});"
                : $"writer.Member(ref isFirst, {SchemaText.Utf8("," + name)});";
            if (property.IsAlwaysWritten)
            {
                writer.Line(head);
                Print(writer, property.Value, "value." + property.Name, property.Local);
                isFirstKnown = true;
            }
            else
            {
                writer
                    .If(
                        $"value.{property.Name} is {{ }} {property.Local}",
                        head + "\n" + Statement(property.Value.Plain, property.Local)
                    )
                    .Line();
            }

            isFirst = false;
        }

        if (model.Additional is { } additional)
        {
            using (writer.Begin("foreach (var (name, item) in value.AdditionalMembers.AsSpan())"))
            {
                writer
                    .Line(
                        isFirstKnown
                            ? "writer.Raw(\",\"u8);"
                            : "writer.Member(ref isFirst, \",\"u8);"
                    )
                    .Line("writer.String(name);")
                    .Line("writer.Raw(\":\"u8);");
                Print(writer, additional, "item", "known");
            }

            writer.Line();
        }

        writer.Line("writer.Raw(\"}\"u8);");
    }

    private static void PrintList(SourceWriter writer, ListValue list)
    {
        using (
            writer.Begin(
                $"private static void Write{list.Name}({Names.TypeOf(list)} value, {Names.Writer})"
            )
        )
        {
            writer.Line("writer.Raw(\"[\"u8);").Line("var isFirst = true;");
            using (writer.Begin("foreach (var item in value.AsSpan())"))
            {
                writer.If("!isFirst", "writer.Raw(\",\"u8);").Line().Line("isFirst = false;");
                Print(writer, list.Item, "item", "known");
            }

            writer.Line().Line("writer.Raw(\"]\"u8);");
        }

        writer.Line();
    }

    private static void PrintMap(SourceWriter writer, MapValue map)
    {
        using (
            writer.Begin(
                $"private static void Write{map.Name}({Names.TypeOf(map)} value, {Names.Writer})"
            )
        )
        {
            writer.Line("writer.Raw(\"{\"u8);").Line("var isFirst = true;");
            using (writer.Begin("foreach (var (name, item) in value.AsSpan())"))
            {
                writer
                    .Line("writer.Member(ref isFirst, \",\"u8);")
                    .Line("writer.String(name);")
                    .Line("writer.Raw(\":\"u8);");
                Print(writer, map.Item, "item", "known");
            }

            writer.Line().Line("writer.Raw(\"}\"u8);");
        }

        writer.Line();
    }
}
