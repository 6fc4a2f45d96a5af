using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>What the compiler says of constants. The message is the run-time error's own, see <c>ContractWords</c>.</summary>
internal static class LiteralRules
{
    private const string Category = "Doku.Contracts";

    public static readonly DiagnosticDescriptor Characters = new(
        "DOKU1001",
        "A constant has a character that its contract doesn't allow",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor Length = new(
        "DOKU1002",
        "A constant is shorter or longer than its contract allows",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor Pattern = new(
        "DOKU1003",
        "A constant doesn't match its contract's pattern",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor Number = new(
        "DOKU1004",
        "A constant number is outside its contract's limits",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor Items = new(
        "DOKU1005",
        "A list has fewer or more items than its contract allows",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    /// <summary>Any of the others, where the contract only advises.</summary>
    public static readonly DiagnosticDescriptor Advice = new(
        "DOKU1006",
        "A constant goes against its contract's advice",
        "Advised: {0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true
    );
}

/// <summary>One way in which a constant breaks its contract.</summary>
internal readonly record struct Finding(DiagnosticDescriptor Rule, string Message);
