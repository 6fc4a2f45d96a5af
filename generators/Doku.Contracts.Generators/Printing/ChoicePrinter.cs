using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>One or several of some types that nothing tells apart but trying: the JSON, and a view of it for each.</summary>
internal static class ChoicePrinter
{
    public static string Print(ChoiceModel model)
    {
        var name = model.Name.Name;
        var writer = SourceWriter.ForNamespace(model.Name.Namespace, model.Source);
        using (ContractTypePrinter.Begin(writer, model))
        {
            writer
                .Line("/// <summary>The value as it stands on the wire.</summary>")
                .Line($"public required {Names.Runtime}ContractValue Json {{ get; init; }}")
                .Line();
            foreach (var branch in model.Branches)
            {
                PrintBranch(writer, name, branch);
            }

            ContractTypePrinter.PrintMethods(writer, model);
            using (
                writer.Begin("private bool PrintMembers(global::System.Text.StringBuilder builder)")
            )
            {
                // The value may be personal data.
                writer
                    .Line($"{Names.Runtime}ContractPrinter.Append(builder, \"Json\", Json?.Kind);")
                    .Line("return true;");
            }

            writer.Line();
            PrintCodec(writer, model);
        }

        return writer.ToString();
    }

    private static void PrintBranch(SourceWriter writer, string name, ChoiceBranch branch) =>
        writer.Line(
            $$"""
            /// <summary>Gives the value as a <see cref="{{branch.Type.Full}}"/>, when it is one.</summary>
            public bool TryGet{{branch.Name}}({{Names.NotNullWhenTrue}} out {{branch.Type.Full}}? value) =>
                Json.TryRead({{Names.Runtime}}ContractReadOptions.Strict, out value, out _);

            /// <summary>Makes the choice of one of its types.</summary>
            public static implicit operator {{name}}({{branch.Type.Full}} value) =>
                new() { Json = {{Names.Runtime}}ContractValue.From(value) };

            """
        );

    private static void PrintCodec(SourceWriter writer, ChoiceModel model)
    {
        using (writer.Begin("internal static class Codec"))
        {
            using (writer.Begin($"internal static {model.Name.Full}? Read({Names.Reader})"))
            {
                if (model.Rules is not null)
                {
                    writer.Line("var start = reader.Position;");
                }

                writer.Line("var json = reader.ReadValue();");
                RecordReadPrinter.PrintJudge(writer, model.Rules);
                writer.Line(
                    $"return json is null ? null : new {model.Name.Full} {{ Json = json }};"
                );
            }

            writer
                .Line()
                .Line($"internal static void Write({model.Name.Full} value, {Names.Writer}) =>")
                .Line("    writer.Value(value.Json);")
                .Line();
            using (
                writer.Begin(
                    $"internal static void Validate({model.Name.Full} value, {Names.Errors})"
                )
            )
            {
                if (model.Rules is not null)
                {
                    writer.Line("var first = errors.Count;");
                }

                writer.Line($"{Names.Checks}.Required(value.Json, \"\", ref errors);");
                ValidatePrinter.PrintJudge(writer, model.Rules);
            }
        }
    }
}
