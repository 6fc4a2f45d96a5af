using Doku.Contracts.Schema.Diagnostics;

namespace Doku.Contracts.Schema.Binding;

/// <summary>The names that a document's output takes, and where to report one that is taken already.</summary>
public sealed record TypeClaim(
    string LogicalPath,
    string Path,
    EquatableArray<string> HintNames,
    ContractClaim? Contract
);

/// <summary>What the index of a project's contracts needs of one.</summary>
/// <param name="RootNamespace">The project's namespace.</param>
/// <param name="Description">The full name of the contract's description.</param>
public sealed record ContractClaim(string RootNamespace, string Description);

/// <summary>Finds names that two documents claim; a compiler would say so with a word about generated files alone.</summary>
public static class TypeIndex
{
    /// <summary>The names that more than one document claims; nothing is generated under them.</summary>
    public static EquatableArray<string> Collisions(IEnumerable<TypeClaim> claims) =>
        claims
            .SelectMany(claim => claim.HintNames)
            // Generated files are told apart without regard to case.
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>One error for each document that claims a name after another did.</summary>
    public static EquatableArray<SchemaDiagnostic> Diagnose(IEnumerable<TypeClaim> claims)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var diagnostics = new List<SchemaDiagnostic>();
        foreach (var claim in claims.OrderBy(c => c.LogicalPath, StringComparer.Ordinal))
        {
            foreach (var name in claim.HintNames)
            {
                if (owners.TryGetValue(name, out var owner))
                {
                    var type = name.Substring(0, name.Length - ".g.cs".Length);
                    var argument = $"{type} is defined by '{owner}' and by '{claim.LogicalPath}'";
                    diagnostics.Add(
                        new SchemaDiagnostic(
                            Rule.TypeCollision,
                            RuleSeverity.Error,
                            argument,
                            claim.Path,
                            default,
                            0,
                            0,
                            0,
                            0
                        )
                    );
                }
                else
                {
                    owners.Add(name, claim.LogicalPath);
                }
            }
        }

        return diagnostics.ToEquatableArray();
    }
}
