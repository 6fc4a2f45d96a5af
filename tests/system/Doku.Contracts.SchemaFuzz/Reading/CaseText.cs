using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Doku.Contracts.SchemaFuzz.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Doku.Contracts.SchemaFuzz.Reading;

/// <summary>A schema file of a case as the build would hand it to the generator.</summary>
internal sealed class CaseText(FuzzCase fuzzCase, CaseFile file) : AdditionalText
{
    public const string Root = "/fuzz/";

    private readonly SourceText _text = SourceText.From(fuzzCase.TextOf(file), Encoding.UTF8);

    public FuzzCase Case => fuzzCase;

    public string LogicalPath => $"{fuzzCase.Folder}/{file.Path}";

    public override string Path => Root + LogicalPath;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>The item metadata and properties that the package's targets make visible.</summary>
internal sealed class CaseOptions(bool assertsFormat) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(
            ImmutableDictionary<string, string>
                .Empty.Add("build_property.RootNamespace", "Fuzz")
                .Add("build_property.ContractFormat", assertsFormat ? "" : "annotation")
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is CaseText text
            ? new Options(
                ImmutableDictionary<string, string>
                    .Empty.Add("build_metadata.AdditionalFiles.ContractPath", text.LogicalPath)
                    .Add("build_metadata.AdditionalFiles.ContractNamespace", text.Case.Namespace)
            )
            : Options.None;

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static Options None { get; } = new(ImmutableDictionary<string, string>.Empty);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
