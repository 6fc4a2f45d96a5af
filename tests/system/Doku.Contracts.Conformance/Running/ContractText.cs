using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Doku.Contracts.Conformance.Running;

/// <summary>A contract file as the build would hand it to the generator.</summary>
/// <param name="logicalPath">Its <c>ContractPath</c>.</param>
/// <param name="text">The schema.</param>
/// <param name="space">The namespace of its types.</param>
/// <param name="uri">The URI that others know it by, if any.</param>
internal sealed class ContractText(string logicalPath, string text, string space, string? uri)
    : AdditionalText
{
    public override string Path { get; } = "/contracts/" + logicalPath;

    /// <summary>The item metadata that the package's targets make visible.</summary>
    public IEnumerable<(string Key, string Value)> Metadata =>
        new[]
        {
            (Key: "ContractPath", Value: logicalPath),
            (Key: "ContractNamespace", Value: space),
            (Key: "ContractUri", Value: uri ?? ""),
        }.Select(pair => ("build_metadata.AdditionalFiles." + pair.Key, pair.Value));

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        SourceText.From(text, Encoding.UTF8);
}

/// <summary>The properties and the item metadata of a build.</summary>
internal sealed class ContractOptions(bool isFormatAnnotation) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Values([
            ("build_property.ContractAnnotations", "*"),
            ("build_property.ContractFormat", isFormatAnnotation ? "annotation" : ""),
        ]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Values(((ContractText)textFile).Metadata);

    private sealed class Values(IEnumerable<(string Key, string Value)> pairs)
        : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _values = pairs.ToImmutableDictionary(
            pair => pair.Key,
            pair => pair.Value,
            KeyComparer
        );

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            _values.TryGetValue(key, out value);
    }
}
