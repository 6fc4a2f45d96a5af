using System.Collections.Immutable;
using System.Text;
using Doku.Contracts.Generators;
using Doku.Contracts.Generators.Printing;
using Doku.Contracts.Schema.Binding;
using Doku.Contracts.Schema.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Doku.Contracts.Benchmarks.Generators;

/// <summary>
/// The peer: the same library in the design that most generators of additional files have. All files are collected, and
/// one output binds and prints all of them whenever one changes.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "MicrosoftCodeAnalysisCorrectness",
    "RS1036",
    Justification = "Measured, not shipped."
)]
internal sealed class CollectEverythingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(
                static (pair, cancellation) =>
                    ContractFiles.Read(pair.Left, pair.Right, cancellation)
            )
            .Collect();
        context.RegisterSourceOutput(files, static (output, all) => PrintAll(output, all));
    }

    private static void PrintAll(SourceProductionContext output, ImmutableArray<SchemaFile> files)
    {
        var documents = files.Select(SchemaDocument.Parse).ToList();
        var catalog = new SchemaCatalog(documents);
        foreach (var document in documents)
        {
            var bound = DocumentBinder.Bind(document, catalog.Closure(document));
            foreach (var (name, source) in bound.Sources.SelectMany(SourcePrinter.Print))
            {
                output.AddSource(name, SourceText.From(source, Encoding.UTF8));
            }
        }
    }
}
