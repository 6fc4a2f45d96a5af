using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>What every type with a codec has: its head, its public methods, the beginning of its codec.</summary>
internal static class ContractTypePrinter
{
    private const string Json = "global::System.ReadOnlySpan<byte> utf8Json";
    private const string Options = $"{Names.Runtime}ContractReadOptions options";

    /// <summary>Begins a type; what is in it follows.</summary>
    public static SourceWriter.Block Begin(
        SourceWriter writer,
        TypeModel model,
        string kind = "sealed partial record"
    )
    {
        DocumentationPrinter.Print(writer, model.Documentation, model.Name.Name, warns: false);
        writer.Line(
            $"[global::System.Text.Json.Serialization.JsonConverter(typeof({Names.Runtime}ContractJsonConverter<{model.Name.Name}>))]"
        );
        return writer.Begin(
            $"public {kind} {model.Name.Name} : {Names.Runtime}IContract<{model.Name.Name}>"
        );
    }

    public static void PrintMethods(SourceWriter writer, TypeModel model)
    {
        var name = model.Name.Name;
        PrintReading(writer, name);
        PrintWriting(writer, name);
        writer.Line(
            $$"""
            static {{name}}? {{Names.Runtime}}IContract<{{name}}>.Read({{Names.Reader}}) =>
                Codec.Read(ref reader);

            static void {{Names.Runtime}}IContract<{{name}}>.Write({{name}} value, {{Names.Writer}}) =>
                Codec.Write(value, ref writer);

            static void {{Names.Runtime}}IContract<{{name}}>.Validate({{name}} value, {{Names.Errors}}) =>
                Codec.Validate(value, ref errors);

            """
        );
        if (model.Advice is { } advice)
        {
            writer
                .Line(
                    $"static {Names.Assertion}? {Names.Runtime}IContract<{name}>.Advice => {Names.Rules(advice)};"
                )
                .Line();
        }
    }

    public static void PrintProperty(
        SourceWriter writer,
        PropertyModel property,
        string? fallback = null
    )
    {
        DocumentationPrinter.Print(
            writer,
            property.Documentation,
            fallback ?? property.JsonName,
            LimitsText.Of(property),
            warns: !property.IsRequired,
            LimitsText.Advice(property)
        );
        AttributePrinter.Print(writer, property);
        writer
            .Line(
                property.IsRequired
                    ? $"public required {Names.TypeOf(property.Value)} {property.Name} {{ get; init; }}"
                    : $"public {Names.Nullable(property.Value)} {property.Name} {{ get; init; }}"
            )
            .Line();
    }

    // Records print every member by themselves; personal data must not get into a log that way.
    public static void PrintToString(SourceWriter writer, IEnumerable<PropertyModel> properties)
    {
        using (writer.Begin("private bool PrintMembers(global::System.Text.StringBuilder builder)"))
        {
            var printed = properties.ToList();
            foreach (var property in printed)
            {
                var method = property.IsSensitive ? "AppendMasked" : "Append";
                writer.Line(
                    $"{Names.Runtime}ContractPrinter.{method}(builder, {SchemaText.Literal(property.Name)}, {property.Name});"
                );
            }

            writer.Line($"return {(printed.Count > 0 ? "true" : "false")};");
        }

        writer.Line();
    }

    /// <summary>Begins the nested class that reads, writes and checks a value. It is internal, so that codecs call each other's directly.</summary>
    public static SourceWriter.Block BeginCodec(
        SourceWriter writer,
        EquatableArray<NamedPattern> patterns
    )
    {
        var block = writer.Begin("internal static class Codec");
        PatternPrinter.PrintFields(writer, patterns);
        return block;
    }

    private static void PrintReading(SourceWriter writer, string name) =>
        writer.Line(
            $$"""
            /// <summary>Reads leniently: unknown members, unknown enumeration values and missed limits pass.</summary>
            /// <param name="utf8Json">One JSON value in UTF-8.</param>
            /// <param name="value">The value, or null when there are errors.</param>
            /// <param name="errors">Every error, with line and column.</param>
            public static bool TryRead(
                {{Json}},
                {{Names.NotNullWhenTrue}} out {{name}}? value,
                out {{Names.Runtime}}ContractErrors errors
            ) =>
                {{Names.Runtime}}ContractCodec.TryRead(utf8Json, {{Names.Runtime}}ContractReadOptions.Lenient, out value, out errors);

            /// <summary>Reads as strictly as the options say.</summary>
            /// <param name="utf8Json">One JSON value in UTF-8.</param>
            /// <param name="options">How strictly, and how much.</param>
            /// <param name="value">The value, or null when there are errors.</param>
            /// <param name="errors">Every error, with line and column.</param>
            public static bool TryRead(
                {{Json}},
                {{Options}},
                {{Names.NotNullWhenTrue}} out {{name}}? value,
                out {{Names.Runtime}}ContractErrors errors
            ) =>
                {{Names.Runtime}}ContractCodec.TryRead(utf8Json, options, out value, out errors);

            /// <summary>Reads leniently.</summary>
            /// <exception cref="global::Doku.Contracts.Runtime.ContractException">The text isn't JSON or breaks the contract.</exception>
            public static {{name}} Read({{Json}}) =>
                {{Names.Runtime}}ContractCodec.Read<{{name}}>(utf8Json, {{Names.Runtime}}ContractReadOptions.Lenient);

            /// <summary>Reads as strictly as the options say.</summary>
            /// <exception cref="global::Doku.Contracts.Runtime.ContractException">The text isn't JSON or breaks the contract.</exception>
            public static {{name}} Read({{Json}}, {{Options}}) =>
                {{Names.Runtime}}ContractCodec.Read<{{name}}>(utf8Json, options);

            """
        );

    private static void PrintWriting(SourceWriter writer, string name) =>
        writer.Line(
            $$"""
            /// <summary>Finds every way in which this value breaks its contract. Allocates nothing when there is none.</summary>
            public {{Names.Runtime}}ContractErrors Validate() => {{Names.Runtime}}ContractCodec.Validate(this);

            /// <summary>Lists the contract's advice that this value goes against, which <see cref="Validate"/> doesn't count.</summary>
            public {{Names.Runtime}}ContractErrors Review() => {{Names.Runtime}}ContractCodec.Review(this);

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
}
