using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>An open enumeration: a struct over the text on the wire, with the known texts as members.</summary>
internal static class EnumerationPrinter
{
    // A message that lists more than these would say nothing.
    private const int MostListed = 12;

    public static string Print(EnumerationModel model)
    {
        var name = model.Name.Name;
        var writer = SourceWriter.ForNamespace(model.Name.Namespace, model.Source);
        DocumentationPrinter.Print(writer, model.Documentation, name, warns: false);
        writer.Line(
            $"[global::System.Text.Json.Serialization.JsonConverter(typeof({Names.Runtime}ContractTextConverter<{name}>))]"
        );
        using (
            writer.Begin(
                $"public readonly partial struct {name} : {Names.Runtime}IContractText<{name}>, global::System.IEquatable<{name}>"
            )
        )
        {
            PrintValue(writer, model);
            PrintMembers(writer, model);
            PrintFind(writer, model);
            PrintEquality(writer, name);
            if (model.Progress is { } progress)
            {
                PrintProgress(writer, name, progress);
            }

            PrintCodec(writer, model);
        }

        return writer.ToString();
    }

    private static void PrintValue(SourceWriter writer, EnumerationModel model)
    {
        var name = model.Name.Name;
        var known = Operands.Join("or", model.Members.Select(m => SchemaText.Literal(m.Text)));
        writer.Line(
            $$"""
            private readonly string? _value;

            /// <summary>Takes a text, known or not.</summary>
            public {{name}}(string value)
            {
                global::System.ArgumentNullException.ThrowIfNull(value);
                _value = value;
            }

            /// <summary>The text on the wire; empty for a value that was never set.</summary>
            public string Value => _value ?? "";

            /// <summary>Whether the contract knows the text.</summary>
            public bool IsKnown => Value is {{known}};

            /// <summary>Takes a text, known or not.</summary>
            public static {{name}} From(string value) => new(value);

            """
        );
    }

    private static void PrintMembers(SourceWriter writer, EnumerationModel model)
    {
        var name = model.Name.Name;
        foreach (var member in model.Members)
        {
            DocumentationPrinter.Element(
                writer,
                "summary",
                $"<c>{SchemaText.Xml(member.Text)}</c>{(member.Summary is { } summary ? ": " + SchemaText.Xml(summary) : "")}"
            );
            writer
                .Line(
                    $"public static {name} {member.Name} {{ get; }} = new({SchemaText.Literal(member.Text)});"
                )
                .Line();
        }

        writer
            .Line("/// <summary>Every value that the contract knows.</summary>")
            .Line($"public static {Names.Runtime}ContractList<{name}> Known {{ get; }} =")
            .Line("[");
        foreach (var member in model.Members)
        {
            writer.Line($"    {member.Name},");
        }

        writer.Line("];").Line();
    }

    // Reading a known text gives the literal itself, so no text is made for it.
    private static void PrintFind(SourceWriter writer, EnumerationModel model)
    {
        using (
            writer.Begin(
                $"static string? {Names.Runtime}IContractText<{model.Name.Name}>.FindKnown(global::System.ReadOnlySpan<char> text) => text switch",
                "};"
            )
        )
        {
            foreach (var member in model.Members)
            {
                var text = SchemaText.Literal(member.Text);
                writer.Line($"{text} => {text},");
            }

            writer.Line("_ => null,");
        }

        writer.Line();
    }

    private static void PrintEquality(SourceWriter writer, string name) =>
        writer.Line(
            $$"""
            /// <summary>Whether two values are the same text.</summary>
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

            /// <summary>Whether two values are different texts.</summary>
            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

            /// <inheritdoc/>
            public bool Equals({{name}} other) => string.Equals(Value, other.Value, global::System.StringComparison.Ordinal);

            /// <inheritdoc/>
            public override bool Equals({{Names.NotNullWhenTrue}} object? obj) => obj is {{name}} other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => global::System.StringComparer.Ordinal.GetHashCode(Value);

            /// <summary>The text on the wire.</summary>
            public override string ToString() => Value;

            """
        );

    private static void PrintProgress(SourceWriter writer, string name, ProgressModel progress)
    {
        var final = string.Join(", ", progress.Final);
        writer.Line(
            $$"""
            /// <summary>Whether this state is final: {{final}}. Any other may still turn into another, and so may one that the contract doesn't know.</summary>
            public bool IsFinal => ((global::Doku.Contracts.Runtime.ContractStatus)this).IsFinal;

            /// <summary>Whether the customer has paid: {{progress.Paid}}.</summary>
            public bool IsPaid => this == {{progress.Paid}};

            /// <summary>The state after a report. Reports may come late, twice and out of order: a final state gives way to one that is final too and stands no earlier among {{final}}, and to no other.</summary>
            /// <param name="reported">What was reported.</param>
            /// <returns><paramref name="reported"/>, or this state where the report changes nothing.</returns>
            public {{name}} After({{name}} reported) => new(((global::Doku.Contracts.Runtime.ContractStatus)this).After(reported).Value);

            /// <summary>The state for code that knows no contract.</summary>
            public static implicit operator {{Names.Runtime}}ContractStatus({{name}} value) =>
            """
        );
        var ranks = progress.Final.Select((member, index) => $"value == {member} ? {index + 1} : ");
        writer
            .Line(
                $"    new(value.Value, {string.Concat(ranks)}value == {progress.Initial} ? {Names.Runtime}ContractStatus.InitialRank : 0, value.IsPaid);"
            )
            .Line();
    }

    private static void PrintCodec(SourceWriter writer, EnumerationModel model)
    {
        var known =
            model.Members.Count > MostListed
                ? $"the {Literals.Number(model.Members.Count)} values of {model.Name.Name}"
                : string.Join(", ", model.Members.Select(m => m.Text));
        using (writer.Begin("internal static class Codec"))
        {
            writer.Line(
                $"internal static void Check({model.Name.Full} value, {Names.Errors}) =>\n    {Names.Checks}.Enum(value.IsKnown, {SchemaText.Literal(known)}, ref errors);"
            );
        }
    }
}
