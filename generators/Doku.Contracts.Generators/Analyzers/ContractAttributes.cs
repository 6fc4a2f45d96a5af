using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>The runtime's attributes as one compilation knows them.</summary>
internal sealed record ContractAttributes(
    INamedTypeSymbol Text,
    INamedTypeSymbol Characters,
    INamedTypeSymbol Pattern,
    INamedTypeSymbol Number,
    INamedTypeSymbol Items
)
{
    /// <summary>Finds them; null in a project that knows no contracts.</summary>
    public static ContractAttributes? In(Compilation compilation) =>
        Find(compilation, "Text") is { } text
        && Find(compilation, "Characters") is { } characters
        && Find(compilation, "Pattern") is { } pattern
        && Find(compilation, "Number") is { } number
        && Find(compilation, "Items") is { } items
            ? new ContractAttributes(text, characters, pattern, number, items)
            : null;

    private static INamedTypeSymbol? Find(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName($"Doku.Contracts.Runtime.Contract{name}Attribute");
}
