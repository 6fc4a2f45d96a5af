using CsCheck;

namespace Doku.Contracts.Robustness.Tests.Support;

/// <summary>Draws one of several values.</summary>
internal static class Pick
{
    internal static Gen<T> From<T>(params T[] values) =>
        Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>The same values in another order.</summary>
    internal static Gen<T[]> Shuffled<T>(IEnumerable<T> values) => Gen.Shuffle(values.ToArray());
}
