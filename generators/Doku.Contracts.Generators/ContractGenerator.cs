using System.Text;
using Doku.Contracts.Generators.Printing;
using Doku.Contracts.Schema;
using Doku.Contracts.Schema.Binding;
using Doku.Contracts.Schema.Diagnostics;
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

        // Two files may define one type. Nothing is generated under such a name; what it was is said with both files.
        var claims = bound
            .Select(
                static (document, _) =>
                    new TypeClaim(document.LogicalPath, document.Path, HintNames.Of(document))
            )
            .Collect();
        var collisions = claims.Select(static (all, _) => TypeIndex.Collisions(all));

        var types = bound
            .SelectMany(static (document, _) => document.Types.Select(type => type.Name))
            .Collect()
            .Select(
                static (all, _) =>
                    all.OrderBy(type => type.Full, StringComparer.Ordinal).ToEquatableArray()
            );

        context.RegisterSourceOutput(
            bound
                .SelectMany(static (document, _) => document.Types)
                .WithTrackingName(StepNames.Types)
                .Combine(collisions),
            static (output, pair) => AddType(output, pair.Left, pair.Right)
        );
        context.RegisterSourceOutput(
            bound
                .SelectMany(static (document, _) => Contracts(document))
                .Combine(types)
                // A type that failed has been reported at its place; a client without it would only add the compiler's words.
                .Where(static pair => pair.Left.Types.All(pair.Right.Contains))
                .Select(static (pair, _) => pair.Left)
                .WithTrackingName(StepNames.Contracts)
                .Combine(collisions),
            static (output, pair) => AddContract(output, pair.Left, pair.Right)
        );
        context.RegisterSourceOutput(
            bound
                .SelectMany(static (document, _) => document.Diagnostics)
                .Where(static diagnostic => diagnostic.Severity != RuleSeverity.None)
                .WithTrackingName(StepNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(Rules.ToDiagnostic(diagnostic))
        );
        context.RegisterSourceOutput(
            catalog
                .SelectMany(static (all, _) => all.Diagnostics)
                .Collect()
                .Combine(claims.Select(static (all, _) => TypeIndex.Diagnose(all))),
            static (output, pair) =>
            {
                foreach (var diagnostic in pair.Left.Concat(pair.Right))
                {
                    output.ReportDiagnostic(Rules.ToDiagnostic(diagnostic));
                }
            }
        );
    }

    private static EquatableArray<ContractModel> Contracts(BoundDocument document) =>
        document.Contract is { } contract ? [contract] : [];

    private static void AddType(
        SourceProductionContext output,
        TypeModel type,
        EquatableArray<string> collisions
    )
    {
        var hintName = HintNames.Of(type);
        if (!collisions.Contains(hintName))
        {
            Add(output, hintName, TypePrinter.Print(type));
        }
    }

    private static void AddContract(
        SourceProductionContext output,
        ContractModel model,
        EquatableArray<string> collisions
    )
    {
        if (HintNames.Of(model).Any(collisions.Contains))
        {
            return;
        }

        Add(output, HintNames.Operations(model), OperationsPrinter.PrintOperations(model));
        Add(output, HintNames.Interface(model), OperationsPrinter.PrintInterface(model));
        Add(output, HintNames.Client(model), OperationsPrinter.PrintClient(model));
        Add(output, HintNames.JsonContext(model), JsonContextPrinter.Print(model));
    }

    private static void Add(SourceProductionContext output, string hintName, string source) =>
        output.AddSource(hintName, SourceText.From(source, Utf8WithoutMark));
}
