using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>A record: its members, its public methods, its limits. <see cref="CodecPrinter"/> prints what they call.</summary>
internal static class ObjectPrinter
{
    private const string Parameters =
        $"global::System.ReadOnlySpan<byte> utf8Json, {Names.Runtime}ContractReadOptions options";

    public static string Print(ObjectModel model)
    {
        var writer = SourceWriter.ForNamespace(model.Name.Namespace);
        var name = model.Name.Name;
        DocumentationPrinter.Print(writer, model.Documentation, name);
        writer.Line(
            $"[global::System.Text.Json.Serialization.JsonConverter(typeof({Names.Runtime}ContractJsonConverter<{name}>))]"
        );
        using (
            writer.Begin($"public sealed partial record {name} : {Names.Runtime}IContract<{name}>")
        )
        {
            foreach (var property in model.Properties)
            {
                PrintProperty(writer, property);
            }

            if (model.Additional is { } additional)
            {
                writer
                    .Line(
                        "/// <summary>The members that the schema doesn't name, in ordinal order.</summary>"
                    )
                    .Line(
                        $"public {Names.Runtime}ContractMap<{Names.TypeOf(additional)}> AdditionalMembers {{ get; init; }} = [];"
                    )
                    .Line();
            }

            PrintReading(writer, name);
            PrintWriting(writer, name);
            PrintContract(writer, name);
            PrintMembers(writer, model);
            LimitsPrinter.Print(writer, model);
            CodecPrinter.Print(writer, model);
        }

        return writer.ToString();
    }

    private static void PrintProperty(SourceWriter writer, PropertyModel property)
    {
        DocumentationPrinter.Print(
            writer,
            property.Documentation,
            property.JsonName,
            LimitsText.Of(property)
        );
        AttributePrinter.Print(writer, property.Value);
        var type = Names.TypeOf(property.IsRequired ? property.Value : Names.Plain(property.Value));
        writer
            .Line(
                property.IsRequired
                    ? $"public required {type} {property.Name} {{ get; init; }}"
                    : $"public {type}? {property.Name} {{ get; init; }}"
            )
            .Line();
    }

    internal static void PrintReading(SourceWriter writer, string name) =>
        writer.Line(
            $$"""
            /// <summary>Reads leniently: unknown members, unknown enumeration values and missed limits pass.</summary>
            /// <param name="utf8Json">One JSON value in UTF-8.</param>
            /// <param name="value">The value, or null when there are errors.</param>
            /// <param name="errors">Every error, with line and column.</param>
            public static bool TryRead(global::System.ReadOnlySpan<byte> utf8Json, [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{name}}? value, out {{Names.Runtime}}ContractErrors errors) =>
                {{Names.Runtime}}ContractCodec.TryRead(utf8Json, {{Names.Runtime}}ContractReadOptions.Lenient, out value, out errors);

            /// <summary>Reads as strictly as the options say.</summary>
            /// <param name="utf8Json">One JSON value in UTF-8.</param>
            /// <param name="options">How strictly, and how much.</param>
            /// <param name="value">The value, or null when there are errors.</param>
            /// <param name="errors">Every error, with line and column.</param>
            public static bool TryRead({{Parameters}}, [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{name}}? value, out {{Names.Runtime}}ContractErrors errors) =>
                {{Names.Runtime}}ContractCodec.TryRead(utf8Json, options, out value, out errors);

            /// <summary>Reads leniently.</summary>
            /// <exception cref="global::Doku.Contracts.Runtime.ContractException">The text isn't JSON or breaks the contract.</exception>
            public static {{name}} Read(global::System.ReadOnlySpan<byte> utf8Json) =>
                {{Names.Runtime}}ContractCodec.Read<{{name}}>(utf8Json, {{Names.Runtime}}ContractReadOptions.Lenient);

            /// <summary>Reads as strictly as the options say.</summary>
            /// <exception cref="global::Doku.Contracts.Runtime.ContractException">The text isn't JSON or breaks the contract.</exception>
            public static {{name}} Read({{Parameters}}) =>
                {{Names.Runtime}}ContractCodec.Read<{{name}}>(utf8Json, options);

            """
        );

    internal static void PrintWriting(SourceWriter writer, string name) =>
        writer.Line(
            $$"""
            /// <summary>Finds every way in which this value breaks its contract. Allocates nothing when there is none.</summary>
            public {{Names.Runtime}}ContractErrors Validate() => {{Names.Runtime}}ContractCodec.Validate(this);

            /// <summary>Makes sure that this value keeps its contract.</summary>
            /// <exception cref="global::Doku.Contracts.Runtime.ContractException">It breaks it; the exception lists every error.</exception>
            public void EnsureValid()
            {
                var errors = Validate();
                if (!errors.IsValid)
                {
                    throw new {{Names.Runtime}}ContractException(nameof({{name}}), errors);
                }
            }

            /// <summary>Writes compact JSON, members in the schema's order: the same value always gives the same bytes.</summary>
            public void Write(global::System.Buffers.IBufferWriter<byte> output) => {{Names.Runtime}}ContractCodec.Write(this, output);

            """
        );

    internal static void PrintContract(SourceWriter writer, string name) =>
        writer.Line(
            $$"""
            static {{name}}? {{Names.Runtime}}IContract<{{name}}>.Read({{Names.Reader}}) => Codec.Read(ref reader);

            static void {{Names.Runtime}}IContract<{{name}}>.Write({{name}} value, {{Names.Writer}}) => Codec.Write(value, ref writer);

            static void {{Names.Runtime}}IContract<{{name}}>.Validate({{name}} value, {{Names.Errors}}) => Codec.Validate(value, ref errors);

            """
        );

    // Records print every member by themselves; personal data must not get into a log that way.
    private static void PrintMembers(SourceWriter writer, ObjectModel model)
    {
        using (writer.Begin("private bool PrintMembers(global::System.Text.StringBuilder builder)"))
        {
            foreach (var property in model.Properties)
            {
                var method = property.IsSensitive ? "AppendMasked" : "Append";
                writer.Line(
                    $"{Names.Runtime}ContractPrinter.{method}(builder, {Literals.Text(property.Name)}, {property.Name});"
                );
            }

            writer.Line($"return {(model.Properties.Count > 0 ? "true" : "false")};");
        }

        writer.Line();
    }
}
