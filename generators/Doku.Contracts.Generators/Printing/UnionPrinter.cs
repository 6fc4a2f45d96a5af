using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A union: a closed hierarchy with a case for each branch, and a match that forgets none.</summary>
internal static class UnionPrinter
{
    public static string Print(UnionModel model)
    {
        var name = model.Name.Name;
        var writer = SourceWriter.ForNamespace(model.Name.Namespace);
        DocumentationPrinter.Print(writer, model.Documentation, name);
        writer.Line(
            $"[global::System.Text.Json.Serialization.JsonConverter(typeof({Names.Runtime}ContractJsonConverter<{name}>))]"
        );
        using (
            writer.Begin(
                $"public abstract partial record {name} : {Names.Runtime}IContract<{name}>"
            )
        )
        {
            writer.Line($"private {name}() {{ }}").Line();
            foreach (var branch in model.Branches)
            {
                PrintCase(writer, name, branch, model.Discriminator);
            }

            PrintMatch(writer, model);
            ObjectPrinter.PrintReading(writer, name);
            ObjectPrinter.PrintWriting(writer, name);
            ObjectPrinter.PrintContract(writer, name);
            using (writer.Begin("internal static class Codec"))
            {
                PrintRead(writer, model);
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
        var texts = DocumentationPrinter.Xml(string.Join(", ", branch.Texts));
        writer.Line(
            $$"""
            /// <summary>The case whose <c>{{DocumentationPrinter.Xml(
                discriminator
            )}}</c> is {{texts}}.</summary>
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
                $"/// <param name=\"{Parameter(branch).TrimStart('@')}\">What to do with a <see cref=\"{branch.Type.Full}\"/>.</param>"
            );
        }

        var parameters = model.Branches.Select(b =>
            $"global::System.Func<{b.Type.Full}, TResult> {Parameter(b)}"
        );
        var head = $"public TResult Match<TResult>({string.Join(", ", parameters)}) => this switch";
        using (writer.Begin(head, "};"))
        {
            foreach (var branch in model.Branches)
            {
                writer.Line($"{branch.Name} it => {Parameter(branch)}(it.Value),");
            }

            writer.Line("_ => throw new global::System.Diagnostics.UnreachableException(),");
        }

        writer.Line();
    }

    private static void PrintRead(SourceWriter writer, UnionModel model)
    {
        using (writer.Begin($"internal static {model.Name.Full}? Read({Names.Reader})"))
        {
            using (writer.Begin($"switch (reader.FindText({Literals.Utf8(model.Discriminator)}))"))
            {
                foreach (var branch in model.Branches)
                {
                    foreach (var text in branch.Texts)
                    {
                        writer.Line($"case {Literals.Text(text)}:");
                    }

                    writer.Line(
                        $"    return {branch.Type.Full}.Codec.Read(ref reader) is {{ }} {Parameter(branch)} ? new {branch.Name}({Parameter(branch)}) : null;"
                    );
                }

                var known = string.Join(", ", model.Branches.SelectMany(b => b.Texts));
                writer.Line(
                    $"""
                    default:
                        // Anything but an object is reported and passed over by the attempt to enter it.
                        if (!reader.IsObject && !reader.BeginObject()) return null;
                        {Names.Checks}.NoBranch({Names.Pointer(
                        model.Discriminator
                    )}, {Literals.Text(known)}, ref reader.Errors);
                        reader.Skip();
                        return null;
                    """
                );
            }
        }

        writer.Line();
    }

    private static void PrintWrite(SourceWriter writer, UnionModel model) =>
        PrintSwitch(
            writer,
            model,
            $"internal static void Write({model.Name.Full} value, {Names.Writer})",
            "Write(it.Value, ref writer)"
        );

    private static void PrintValidate(SourceWriter writer, UnionModel model)
    {
        var head = $"internal static void Validate({model.Name.Full} value, {Names.Errors})";
        PrintSwitch(writer, model, head, "Validate(it.Value, ref errors)");
    }

    private static void PrintSwitch(SourceWriter writer, UnionModel model, string head, string call)
    {
        using (writer.Begin(head))
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

    private static string Parameter(UnionBranch branch) =>
        "@" + char.ToLowerInvariant(branch.Type.Name[0]) + branch.Type.Name.Substring(1);
}
