using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>
/// A contract's serializer context. It is written out in full because one source generator can't see another's
/// output, and it needs little: every record has a converter of its own.
/// </summary>
internal static class JsonContextPrinter
{
    private const string Json = "global::System.Text.Json.";
    private const string Metadata = Json + "Serialization.Metadata.";

    public static string Print(ContractModel model)
    {
        var name = $"{model.Name}JsonContext";
        var writer = SourceWriter.ForNamespace(model.Namespace, model.Source);
        writer.Line(
            $"/// <summary>Lets System.Text.Json read and write the records of the contract {model.Name}, without reflection.</summary>"
        );
        writer.Line($"public sealed partial class {name}");
        using (
            writer.Begin(
                $"    : {Json}Serialization.JsonSerializerContext, {Metadata}IJsonTypeInfoResolver"
            )
        )
        {
            PrintConstruction(writer, name);
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var type in model.Types)
            {
                var property = taken.Add(type.Name)
                    ? type.Name
                    : type.Namespace.Substring(type.Namespace.LastIndexOf('.') + 1) + type.Name;
                writer
                    .Line(
                        $"/// <summary>How <see cref=\"{type.Full}\"/> is read and written.</summary>"
                    )
                    .Line(
                        $"public {Metadata}JsonTypeInfo<{type.Full}> {property} => ({Metadata}JsonTypeInfo<{type.Full}>)Options.GetTypeInfo(typeof({type.Full}));"
                    )
                    .Line();
            }

            PrintResolution(writer, model);
        }

        return writer.ToString();
    }

    private static void PrintConstruction(SourceWriter writer, string name) =>
        writer.Line(
            $$"""
            /// <summary>Makes a context with options of its own.</summary>
            public {{name}}()
                : base(null) { }

            /// <summary>Makes a context for the given options.</summary>
            public {{name}}({{Json}}JsonSerializerOptions options)
                : base(options) { }

            /// <summary>The context that everyone may share.</summary>
            public static {{name}} Default { get; } = new(new {{Json}}JsonSerializerOptions());

            /// <inheritdoc/>
            protected override {{Json}}JsonSerializerOptions? GeneratedSerializerOptions => null;

            """
        );

    private static void PrintResolution(SourceWriter writer, ContractModel model)
    {
        writer.Line(
            $$"""
            /// <inheritdoc/>
            public override {{Metadata}}JsonTypeInfo? GetTypeInfo(global::System.Type type) => Create(type, Options);

            {{Metadata}}JsonTypeInfo? {{Metadata}}IJsonTypeInfoResolver.GetTypeInfo(global::System.Type type, {{Json}}JsonSerializerOptions options) => Create(type, options);

            """
        );
        using (
            writer.Begin(
                $"private static {Metadata}JsonTypeInfo? Create(global::System.Type type, {Json}JsonSerializerOptions options)"
            )
        )
        {
            foreach (var type in model.Types)
            {
                using (writer.Begin($"if (type == typeof({type.Full}))"))
                {
                    writer.Line(
                        $"return {Metadata}JsonMetadataServices.CreateValueInfo<{type.Full}>(options, new {Names.Runtime}ContractJsonConverter<{type.Full}>());"
                    );
                }

                writer.Line();
            }

            writer.Line("return null;");
        }
    }
}
