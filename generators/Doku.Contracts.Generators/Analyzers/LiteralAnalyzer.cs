using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>
/// Reports constants that break a contract where they are written: in initializers and in <c>with</c> expressions.
/// It reads the attributes that the generator puts on members, so the contract may come from another assembly.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        LiteralRules.Characters,
        LiteralRules.Length,
        LiteralRules.Pattern,
        LiteralRules.Number,
        LiteralRules.Items,
        LiteralRules.Advice,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractAttributes.In(start.Compilation) is { } attributes)
            {
                var limits = new ConcurrentDictionary<
                    IPropertySymbol,
                    ImmutableArray<MemberLimits>
                >(SymbolEqualityComparer.Default);
                start.RegisterOperationAction(
                    operation => Analyze(operation, attributes, limits),
                    OperationKind.SimpleAssignment
                );
            }
        });
    }

    private static void Analyze(
        OperationAnalysisContext context,
        ContractAttributes attributes,
        ConcurrentDictionary<IPropertySymbol, ImmutableArray<MemberLimits>> limits
    )
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property })
        {
            foreach (var known in limits.GetOrAdd(property, p => MemberLimits.Of(p, attributes)))
            {
                Check(context, assignment.Value, known, isItem: false);
            }
        }
    }

    private static void Check(
        OperationAnalysisContext context,
        IOperation value,
        MemberLimits limits,
        bool isItem
    )
    {
        foreach (var part in ValueParts.Of(value))
        {
            if (part is ICollectionExpressionOperation list)
            {
                CheckList(context, list, limits, isItem);
            }
            else if (part.ConstantValue.Value is { } constant)
            {
                foreach (var (rule, message) in limits.Check(constant))
                {
                    Report(context, part, limits, rule, message);
                }
            }
        }
    }

    private static void CheckList(
        OperationAnalysisContext context,
        ICollectionExpressionOperation list,
        MemberLimits limits,
        bool isItem
    )
    {
        var items = list.Elements.Where(e => e is not ISpreadOperation).ToList();
        if (!isItem)
        {
            // What is spread into a list may have any number of items, so it can only make a list too long.
            if (items.Count == list.Elements.Length && items.Count < limits.MinItems)
            {
                Report(
                    context,
                    list,
                    limits,
                    LiteralRules.Items,
                    Runtime.ContractWords.MinItems(limits.MinItems)
                );
            }

            if (items.Count > limits.MaxItems)
            {
                Report(
                    context,
                    list,
                    limits,
                    LiteralRules.Items,
                    Runtime.ContractWords.MaxItems(limits.MaxItems)
                );
            }
        }

        foreach (var item in items)
        {
            Check(context, item, limits, isItem: true);
        }
    }

    private static void Report(
        OperationAnalysisContext context,
        IOperation place,
        MemberLimits limits,
        DiagnosticDescriptor rule,
        string message
    ) =>
        context.ReportDiagnostic(
            Diagnostic.Create(
                limits.IsAdvice ? LiteralRules.Advice : rule,
                place.Syntax.GetLocation(),
                message
            )
        );
}
