namespace Doku.Contracts.Fuzz.Targets;

/// <summary>A promise was broken without an exception of its own.</summary>
internal sealed class FuzzException(string message) : Exception(message)
{
    /// <exception cref="FuzzException">It doesn't hold.</exception>
    internal static void ThrowUnless(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FuzzException(otherwise);
        }
    }
}
