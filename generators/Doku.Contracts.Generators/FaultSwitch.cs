using Microsoft.CodeAnalysis.Diagnostics;

namespace Doku.Contracts.Generators;

/// <summary>
/// Makes the generator throw, for the test that a build fails then. The property reaches the compiler only where a
/// project lists it as a <c>CompilerVisibleProperty</c> by itself, so neither a stray property nor an environment
/// variable is enough.
/// </summary>
internal static class FaultSwitch
{
    private const string Property = "build_property.DokuContractsFault";

    public static void ThrowIfSet(AnalyzerConfigOptions global)
    {
        if (global.TryGetValue(Property, out var fault) && fault == "throw")
        {
            throw new InvalidOperationException("DokuContractsFault asked for this failure.");
        }
    }
}
