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
        // Each step costs something at every edit of C#, where nothing has changed: there are as few as caching needs.
        var documents = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(
                static (pair, cancellation) =>
                    ContractFiles.Read(pair.Left, pair.Right, cancellation)
            )
            .WithTrackingName(StepNames.Files)
            .Select(static (file, _) => SchemaDocument.Parse(file))
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
                    new TypeClaim(
                        document.LogicalPath,
                        document.Path,
                        SourcePrinter.HintNames(document),
                        DescriptionPrinter.Claim(document)
                    )
            )
            .Collect();
        context.RegisterSourceOutput(
            bound
                .SelectMany(static (document, _) => document.Sources)
                .WithTrackingName(StepNames.Sources)
                .Combine(claims.Select(static (all, _) => TypeIndex.Collisions(all))),
            static (output, pair) => AddSources(output, pair.Left, pair.Right)
        );
        context.RegisterSourceOutput(
            bound
                .SelectMany(static (document, _) => document.Diagnostics)
                .WithTrackingName(StepNames.Diagnostics),
            static (output, diagnostic) =>
                output.ReportDiagnostic(RuleDiagnostics.ToDiagnostic(diagnostic))
        );
        context.RegisterSourceOutput(
            claims,
            static (output, all) =>
            {
                foreach (var (hintName, source) in DescriptionPrinter.PrintIndexes(all))
                {
                    output.AddSource(hintName, SourceText.From(source, Utf8WithoutMark));
                }
            }
        );
        context.RegisterSourceOutput(
            claims.Combine(catalog.Select(static (all, _) => all.Diagnostics)),
            static (output, pair) =>
            {
                foreach (var diagnostic in pair.Right.Concat(TypeIndex.Diagnose(pair.Left)))
                {
                    output.ReportDiagnostic(RuleDiagnostics.ToDiagnostic(diagnostic));
                }
            }
        );
    }

    private static void AddSources(
        SourceProductionContext output,
        SourceModel model,
        EquatableArray<string> collisions
    )
    {
        if (SourcePrinter.HintNames(model).Any(collisions.Contains))
        {
            return;
        }

        foreach (var (hintName, source) in SourcePrinter.Print(model))
        {
            output.AddSource(hintName, SourceText.From(source, Utf8WithoutMark));
        }
    }
}
