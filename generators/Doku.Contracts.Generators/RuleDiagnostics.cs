using Doku.Contracts.Schema.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Doku.Contracts.Generators;

/// <summary>The schema library's rules as the compiler's diagnostics.</summary>
internal static class RuleDiagnostics
{
    private const string Category = "Doku.Contracts";

    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors =
        Rule.All.ToDictionary(
            rule => rule.Id,
            rule => new DiagnosticDescriptor(
                rule.Id,
                rule.Title,
                rule.Message,
                Category,
                rule.Severity == RuleSeverity.Error
                    ? DiagnosticSeverity.Error
                    : DiagnosticSeverity.Warning,
                isEnabledByDefault: true
            ),
            StringComparer.Ordinal
        );

    public static Diagnostic ToDiagnostic(SchemaDiagnostic diagnostic) =>
        Diagnostic.Create(
            Descriptors[diagnostic.Rule.Id],
            Location.Create(
                diagnostic.FilePath,
                new TextSpan(diagnostic.Range.Start, diagnostic.Range.Length),
                new LinePositionSpan(
                    new LinePosition(diagnostic.StartLine, diagnostic.StartColumn),
                    new LinePosition(diagnostic.EndLine, diagnostic.EndColumn)
                )
            ),
            Severity(diagnostic.Severity),
            additionalLocations: null,
            properties: null,
            diagnostic.Argument
        );

    private static DiagnosticSeverity Severity(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
}
