using System.Globalization;
using CsCheck;

namespace Doku.Contracts.Robustness.Tests.Support;

/// <summary>
/// Says of a property that it holds for so many cases, the same ones on each machine. CsCheck by itself fixes the first
/// case only; so the cases are drawn here, one seed each, and CsCheck is left to find the smallest that fails.
/// </summary>
internal static class Property
{
    internal static void Holds<T>(Gen<T> cases, int count, Func<T, bool> holds)
    {
        for (var i = 0; i < count; i++)
        {
            var seed = new PCG(1, (ulong)i);
            var text = seed.ToString();
            if (!Check(cases.Generate(seed, null, out _), holds))
            {
                // Begins with the very case, and ends with a smaller one in its words.
                cases.Sample(holds, seed: text, iter: 1000, threads: 1);
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Case {i} fails."));
            }
        }
    }

    private static bool Check<T>(T value, Func<T, bool> holds)
    {
        try
        {
            return holds(value);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Sample meets it again, and tells of it.
            return false;
        }
    }
}
