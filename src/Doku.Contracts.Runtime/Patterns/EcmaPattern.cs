namespace Doku.Contracts.Runtime;

/// <summary>
/// Regular expressions of ECMA-262 with the <c>u</c> flag, which JSON Schema's <c>pattern</c> and <c>format: regex</c>
/// are. The files named Ecma are compiled into the runtime and into the generator, so that a pattern can't mean one
/// thing to the compiler and another to a running program; they use what both have.
/// </summary>
internal static class EcmaPattern
{
    /// <summary>Whether a text is a regular expression, also one that <see cref="EcmaTranslation"/> can't match.</summary>
    public static bool IsValid(string text) => EcmaParser.Parse(text, out _) is not null;

    /// <summary>Translates a pattern that is to be matched in linear time.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="error">Why it can't be matched so, when null is returned.</param>
    public static EcmaTranslation? Translate(string text, out EcmaError? error)
    {
        if (EcmaParser.Parse(text, out error) is not { } tree)
        {
            return null;
        }

        error = EcmaLimits.CheckSize(tree);
        return error is null ? EcmaTranslation.Create(tree, out error) : null;
    }
}
