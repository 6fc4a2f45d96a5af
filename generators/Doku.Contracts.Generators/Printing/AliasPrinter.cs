using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A type around one value that is no object.</summary>
internal static class AliasPrinter
{
    public static string Print(AliasModel model)
    {
        var writer = SourceWriter.ForNamespace(model.Name.Namespace, model.Source);
        var name = model.Name.Name;
        var type = Names.TypeOf(model.Value.Value);
        using (ContractTypePrinter.Begin(writer, model))
        {
            ContractTypePrinter.PrintProperty(
                writer,
                model.Value with
                {
                    Documentation = Schema.Model.Documentation.None,
                },
                "The value."
            );
            writer
                .Line("/// <summary>Makes the type of its value.</summary>")
                .Line(
                    $"public static implicit operator {name}({type} value) => new() {{ Value = value }};"
                )
                .Line();
            ContractTypePrinter.PrintMethods(writer, model);
            ContractTypePrinter.PrintToString(writer, [model.Value]);
            LimitsPrinter.Print(writer, [model.Value]);
            using (ContractTypePrinter.BeginCodec(writer, model.Patterns))
            {
                var values = model.Value.Value.All.ToList();
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

    private static void PrintRead(SourceWriter writer, AliasModel model)
    {
        var value = model.Value.Value;
        using (writer.Begin($"internal static {model.Name.Full}? Read({Names.Reader})"))
        {
            if (model.Rules is not null)
            {
                writer.Line("var start = reader.Position;");
            }

            if (value is NullableValue)
            {
                writer.Line($"{Names.Nullable(value)} content = null;");
                using (writer.Begin("if (reader.IsNull)"))
                {
                    writer.Line("reader.Skip();");
                }

                using (writer.Begin("else"))
                {
                    writer.Line("var errors = reader.Errors.Count;");
                    ReadPrinter.PrintValue(writer, value, "content");
                    PrintFailed(writer, model, "content is null && reader.Errors.Count > errors");
                }

                writer.Line();
            }
            else
            {
                ReadPrinter.PrintValue(writer, value, "content", declares: true);
            }

            RecordReadPrinter.PrintJudge(writer, model.Rules);
            if (value is NullableValue)
            {
                writer.Line($"return new {model.Name.Full} {{ Value = content }};");
            }
            else
            {
                writer.Line(
                    $"return content is null ? null : new {model.Name.Full} {{ Value = {Names.Known(value, "content")} }};"
                );
            }
        }

        writer.Line();
    }

    private static void PrintFailed(SourceWriter writer, AliasModel model, string condition)
    {
        using (writer.Begin($"if ({condition})"))
        {
            RecordReadPrinter.PrintJudge(writer, model.Rules);
            writer.Line("return null;");
        }
    }

    private static void PrintWrite(SourceWriter writer, AliasModel model)
    {
        using (writer.Begin($"internal static void Write({model.Name.Full} value, {Names.Writer})"))
        {
            WritePrinter.Print(writer, model.Value.Value, "value.Value", "content");
        }

        writer.Line();
    }

    private static void PrintValidate(SourceWriter writer, AliasModel model)
    {
        using (
            writer.Begin($"internal static void Validate({model.Name.Full} value, {Names.Errors})")
        )
        {
            if (model.Rules is not null)
            {
                writer.Line("var first = errors.Count;");
            }

            if (ValidatePrinter.NeedsMark(model.Value.Value.Plain))
            {
                writer.Line("int mark;");
            }

            ValidatePrinter.PrintMember(writer, model.Value, "\"\"");
            ValidatePrinter.PrintJudge(writer, model.Rules);
        }

        writer.Line();
    }
}
