using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A union: a closed hierarchy with a case for each branch, and a match that forgets none.</summary>
internal static class UnionPrinter
{
    public static string Print(UnionModel model)
    {
        var name = model.Name.Name;
        var writer = SourceWriter.ForNamespace(model.Name.Namespace, model.Source);
        using (ContractTypePrinter.Begin(writer, model, "abstract partial record"))
        {
            writer.Line($"private {name}() {{ }}").Line();
            foreach (var branch in model.Branches)
            {
                PrintCase(writer, name, branch, model.Discriminator);
            }

            PrintMatch(writer, model);
            ContractTypePrinter.PrintMethods(writer, model);
            using (writer.Begin("internal static class Codec"))
            {
                PrintRead(writer, model);
                PrintFind(writer, model);
                PrintWrite(writer, model);
                PrintValidate(writer, model);
            }
        }

        return writer.ToString();
    }

    private static void PrintCase(
        SourceWriter writer,
        string union,
        UnionBranch branch,
        string discriminator
    )
    {
        DocumentationPrinter.Element(
            writer,
            "summary",
            $"The case whose <c>{SchemaText.Xml(discriminator)}</c> is {SchemaText.Xml(string.Join(", ", branch.Texts))}."
        );
        writer.Line(
            $$"""
            /// <param name="Value">The record.</param>
            public sealed record {{branch.Name}}({{branch.Type.Full}} Value) : {{union}}
            {
                /// <summary>The record, personal data masked.</summary>
                public override string ToString() => Value?.ToString() ?? "";
            }

            /// <summary>Makes the case of a record.</summary>
            public static implicit operator {{union}}({{branch.Type.Full}} value) => new {{branch.Name}}(value);

            """
        );
    }

    private static void PrintMatch(SourceWriter writer, UnionModel model)
    {
        writer.Line(
            "/// <summary>Goes on with the one case that this is. A case that is added later is a parameter that callers must give.</summary>"
        );
        foreach (var branch in model.Branches)
        {
            writer.Line(
                $"/// <param name=\"{branch.Parameter}\">What to do with a <see cref=\"{branch.Type.Full}\"/>.</param>"
            );
        }

        var parameters = model.Branches.Select(b =>
            $"    global::System.Func<{b.Type.Full}, TResult> {b.Parameter}"
        );
        var head =
            $"public TResult Match<TResult>(\n{string.Join(",\n", parameters)}\n) => this switch";
        using (writer.Begin(head, "};"))
        {
            foreach (var branch in model.Branches)
            {
                writer.Line($"{branch.Name} it => {branch.Parameter}(it.Value),");
            }

            writer.Line("_ => throw new global::System.Diagnostics.UnreachableException(),");
        }

        writer.Line();
    }

    private static void PrintRead(SourceWriter writer, UnionModel model)
    {
        if (model.Rules is null)
        {
            writer
                .Line(
                    $"internal static {model.Name.Full}? Read({Names.Reader}) => ReadBranch(ref reader);"
                )
                .Line();
            return;
        }

        using (writer.Begin($"internal static {model.Name.Full}? Read({Names.Reader})"))
        {
            writer.Line("var start = reader.Position;").Line("var value = ReadBranch(ref reader);");
            RecordReadPrinter.PrintJudge(writer, model.Rules);
            writer.Line("return value;");
        }

        writer.Line();
    }

    private static void PrintFind(SourceWriter writer, UnionModel model)
    {
        using (writer.Begin($"private static {model.Name.Full}? ReadBranch({Names.Reader})"))
        {
            using (
                writer.Begin($"switch (reader.FindText({SchemaText.Utf8(model.Discriminator)}))")
            )
            {
                foreach (var branch in model.Branches)
                {
                    foreach (var text in branch.Texts)
                    {
                        writer.Line($"case {SchemaText.Literal(text)}:");
                    }

                    writer.Line(
                        $"    return {branch.Type.Full}.Codec.Read(ref reader) is {{ }} {branch.Parameter} ? new {branch.Name}({branch.Parameter}) : null;"
                    );
                }

                var known = string.Join(", ", model.Branches.SelectMany(b => b.Texts));
                writer.Line(
                    $$"""
                    default:
                        // Anything but an object is reported and passed over by the attempt to enter it.
                        if (!reader.IsObject && !reader.BeginObject())
                        {
                            return null;
                        }

                        {{Names.Checks}}.NoBranch({{Names.Pointer(
                        model.Discriminator
                    )}}, {{SchemaText.Literal(known)}}, ref reader.Errors);
                        reader.Skip();
                        return null;
                    """
                );
            }
        }

        writer.Line();
    }

    private static void PrintWrite(SourceWriter writer, UnionModel model)
    {
        using (writer.Begin($"internal static void Write({model.Name.Full} value, {Names.Writer})"))
        {
            PrintSwitch(writer, model, "Write(it.Value, ref writer)");
        }

        writer.Line();
    }

    private static void PrintValidate(SourceWriter writer, UnionModel model)
    {
        using (
            writer.Begin($"internal static void Validate({model.Name.Full} value, {Names.Errors})")
        )
        {
            if (model.Rules is not null)
            {
                writer.Line("var first = errors.Count;");
            }

            PrintSwitch(writer, model, "Validate(it.Value, ref errors)");
            ValidatePrinter.PrintJudge(writer, model.Rules);
        }

        writer.Line();
    }

    private static void PrintSwitch(SourceWriter writer, UnionModel model, string call)
    {
        using (writer.Begin("switch (value)"))
        {
            foreach (var branch in model.Branches)
            {
                using (writer.Case($"case {branch.Name} it:"))
                {
                    writer.Line($"{branch.Type.Full}.Codec.{call};");
                }
            }
        }

        writer.Line();
    }
}
