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

        if (model.Additional is { } additional)
        {
            PrintLists(writer, "AdditionalMembersItem", additional);
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
                : $"writer.Member(ref isFirst, {Literals.Utf8("," + name)});";
            if (property is { IsRequired: true, Value: NullableValue nullable })
            {
                var local = "value" + i;
                var statement = Statement(property.Name, nullable.Inner, local);
                writer
                    .Line(head)
                    .Line(
                        $"if (value.{property.Name} is {{ }} {local}) {{ {statement} }} else {{ writer.Raw(\"null\"u8); }}"
                    );
                isFirstKnown = true;
            }
            else if (property.IsRequired)
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
                    writer
                        .Line(head)
                        .Line(Statement(property.Name, Names.Plain(property.Value), "value" + i));
                }
            }

            isFirst = false;
        }

        if (model.Additional is { } additional)
        {
            using (writer.Begin("foreach (var (name, item) in value.AdditionalMembers.AsSpan())"))
            {
                writer.Line(
                    isFirstKnown ? "writer.Raw(\",\"u8);" : "writer.Member(ref isFirst, \",\"u8);"
                );
                writer.Line("writer.String(name);").Line("writer.Raw(\":\"u8);");
                writer.Line(Statement("AdditionalMembersItem", additional, "item"));
            }
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
            ListValue or MapValue => $"Write{name}({expression}, ref writer);",
            NullableValue nullable =>
                $"if ({expression} is {{ }} {Local(expression)}) {{ {Statement(name, nullable.Inner, Local(expression))} }} else {{ writer.Raw(\"null\"u8); }}",
            _ => throw new InvalidOperationException($"A {value.GetType().Name} can't be written."),
        };

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
    }

    private static void PrintMap(SourceWriter writer, string name, MapValue map)
    {
        using (
            writer.Begin(
                $"private static void Write{name}({Names.TypeOf(map)} value, {Names.Writer})"
            )
        )
        {
            writer.Line("writer.Raw(\"{\"u8);").Line("var isFirst = true;");
            using (writer.Begin("foreach (var (name, item) in value.AsSpan())"))
            {
                writer
                    .Line("writer.Member(ref isFirst, \",\"u8);")
                    .Line("writer.String(name);")
                    .Line("writer.Raw(\":\"u8);")
                    .Line(Statement(name + "Item", map.Item, "item"));
            }

            writer.Line("writer.Raw(\"}\"u8);");
        }

        writer.Line();
    }

    // The name of what stands for an expression that isn't null.
    private static string Local(string expression) => "known" + expression.Replace(".", "");

    private static string JsonText(string name) =>
        System.Text.Json.JsonSerializer.Serialize(name, Options);

    private static readonly System.Text.Json.JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
