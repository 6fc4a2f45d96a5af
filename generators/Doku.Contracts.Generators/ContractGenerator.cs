using System.Text;
using Doku.Contracts.Generators.Printing;
using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Binding;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Doku.Contracts.Generators;

/// <summary>
/// Schema files to C#. The pipeline takes additional files alone, no syntax and no compilation, so typing C# costs
/// nothing: file (equal by path and checksum) → document → the documents it reaches → model → source.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    private static readonly Encoding Utf8WithoutMark = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: false
    );

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var documents = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(
                static (pair, cancellation) =>
                    ContractFiles.Read(pair.Left, pair.Right, cancellation)
            )
            .Where(static file => file is not null)
            .WithTrackingName(StepNames.Files)
            .Select(static (file, _) => SchemaDocument.Parse(file!))
            .WithTrackingName(StepNames.Documents);

        // The catalog is made again whenever any document changes, but what follows sees only the documents that one
        // document reaches: a change elsewhere leaves those equal, and nothing after this step runs.
        var catalog = documents.Collect().Select(static (all, _) => new SchemaCatalog(all));
        var bound = documents
            .Combine(catalog)
            .Select(static (pair, _) => pair.Right.Closure(pair.Left))
            .WithTrackingName(StepNames.Closures)
            .Select(static (closure, _) => DocumentBinder.Bind(closure[0], closure))
            .WithTrackingName(StepNames.Bound);

        context.RegisterSourceOutput(
            bound
                .SelectMany(static (document, _) => document.Types)
                .WithTrackingName(StepNames.Types),
            static (output, type) =>
                Add(output, TypePrinter.HintName(type), TypePrinter.Print(type))
        );
        context.RegisterSourceOutput(
            bound
                .SelectMany(static (document, _) => Contracts(document))
                .WithTrackingName(StepNames.Contracts),
            AddContract
        );
        context.RegisterSourceOutput(
            bound
                .SelectMany(static (document, _) => document.Diagnostics)
                .WithTrackingName(StepNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(Rules.ToDiagnostic(diagnostic))
        );
    }

    private static EquatableArray<ContractModel> Contracts(BoundDocument document) =>
        document.Contract is { } contract ? [contract] : [];

    private static void AddContract(SourceProductionContext output, ContractModel model)
    {
        var prefix = $"{model.Namespace}.";
        Add(
            output,
            $"{prefix}{model.Name}Operations.g.cs",
            OperationsPrinter.PrintOperations(model)
        );
        Add(output, $"{prefix}I{model.Name}Client.g.cs", OperationsPrinter.PrintInterface(model));
        Add(output, $"{prefix}{model.Name}Client.g.cs", OperationsPrinter.PrintClient(model));
        Add(output, $"{prefix}{model.Name}JsonContext.g.cs", JsonContextPrinter.Print(model));
    }

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Utf8WithoutMark));
}
