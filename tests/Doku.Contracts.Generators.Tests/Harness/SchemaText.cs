using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Doku.Contracts.Generators.Tests.Harness;

/// <summary>A contract file as the build would hand it to the generator.</summary>
internal sealed class SchemaText(string logicalPath, string? text, string root = "/repo/contracts/")
    : AdditionalText
{
    public string LogicalPath { get; } = logicalPath;

    public override string Path { get; } = root + logicalPath;

    public override SourceText? GetText(CancellationToken cancellationToken = default) =>
        text is null ? null : SourceText.From(text, Encoding.UTF8);
}

/// <summary>The item metadata and properties that the package's targets make visible.</summary>
internal sealed class SchemaOptions(params (string Key, string Value)[] editorConfig)
    : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(
            ImmutableDictionary<string, string>.Empty.Add("build_property.RootNamespace", "Sample")
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is SchemaText schema
            ? new Options(
                editorConfig
                    .Append(("build_metadata.AdditionalFiles.ContractPath", schema.LogicalPath))
                    .ToImmutableDictionary(o => o.Item1, o => o.Item2)
            )
            : Options.None;

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static Options None { get; } = new(ImmutableDictionary<string, string>.Empty);

        public override bool TryGetValue(
            string key,
            [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value
        ) => values.TryGetValue(key, out value);
    }
}
