using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The methods that write a record and its lists.</summary>
internal static class WritePrinter
{
    public static void Print(SourceWriter writer, ObjectModel model)
    {
        using (writer.Begin($"internal static void Write({model.Name.Full} value, {Names.Writer})"))
        {
            PrintMembers(writer, model);
        }

        writer.Line();
        foreach (var property in model.Properties)
        {
            PrintLists(writer, property.Name, property.Value);
        }
    }

    private static void PrintMembers(SourceWriter writer, ObjectModel model)
    {
        // Up to the first mandatory member it is not known whether a comma is due; from then on it always is.
        var isFirstKnown = model.Properties.Count == 0 || model.Properties[0].IsRequired;
        var isFirst = true;
        if (!isFirstKnown)
        {
            writer.Line("writer.Raw(\"{\"u8);").Line("var isFirst = true;");
        }

        for (var i = 0; i < model.Properties.Count; i++)
        {
            var property = model.Properties[i];
            var name = JsonText(property.JsonName) + ":";
            var head = isFirstKnown
                ? $"writer.Raw({Literals.Utf8((isFirst ? "{" : ",") + name)});"
                : $"writer.Member(ref isFirst, {Literals.Utf8(name)});";
            if (property.IsRequired)
            {
                writer
                    .Line(head)
                    .Line(Statement(property.Name, property.Value, "value." + property.Name));
                isFirstKnown = true;
            }
            else
            {
                using (writer.Begin($"if (value.{property.Name} is {{ }} value{i})"))
                {
                    writer.Line(head).Line(Statement(property.Name, property.Value, "value" + i));
                }
            }

            isFirst = false;
        }

        writer.Line(model.Properties.Count == 0 ? "writer.Raw(\"{}\"u8);" : "writer.Raw(\"}\"u8);");
    }

    private static string Statement(string name, ValueModel value, string expression) =>
        value switch
        {
            TextValue => $"writer.String({expression});",
            TimestampValue => $"writer.String({expression}.Text);",
            EnumerationValue => $"writer.String({expression}.Value);",
            IntegerValue or NumberValue => $"writer.Number({expression});",
            BooleanValue => $"writer.Boolean({expression});",
            ObjectValue @object => $"{@object.Type.Full}.Codec.Write({expression}, ref writer);",
            ListValue => $"Write{name}({expression}, ref writer);",
            _ => throw new InvalidOperationException($"A {value.GetType().Name} can't be written."),
        };

    private static void PrintLists(SourceWriter writer, string name, ValueModel value)
    {
        if (value is not ListValue list)
        {
            return;
        }

        using (
            writer.Begin(
                $"private static void Write{name}({Names.TypeOf(list)} value, {Names.Writer})"
            )
        )
        {
            writer.Line("writer.Raw(\"[\"u8);").Line("var isFirst = true;");
            using (writer.Begin("foreach (var item in value.AsSpan())"))
            {
                writer.Line(
                    $$"""
                    if (!isFirst)
                    {
                        writer.Raw(","u8);
                    }

                    isFirst = false;
                    {{Statement(name + "Item", list.Item, "item")}}
                    """
                );
            }

            writer.Line("writer.Raw(\"]\"u8);");
        }

        writer.Line();
        PrintLists(writer, name + "Item", list.Item);
    }

    private static string JsonText(string name) =>
        System.Text.Json.JsonSerializer.Serialize(name, Options);

    private static readonly System.Text.Json.JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
