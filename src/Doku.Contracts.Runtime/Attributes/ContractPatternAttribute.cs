namespace Doku.Contracts.Runtime;

/// <summary>
/// A <c>pattern</c> of a contract's text that is more than one character class, so that an analyzer can hold
/// constants against it. The generator writes it; on a list it speaks of each item.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ContractPatternAttribute : Attribute
{
    /// <summary>Says which pattern a text matches.</summary>
    /// <param name="pattern">The regular expression in the syntax of ECMA-262, as the schema has it.</param>
    public ContractPatternAttribute(string pattern)
    {
        Pattern = pattern;
    }

    /// <summary>The regular expression in the syntax of ECMA-262, as the schema has it.</summary>
    public string Pattern { get; }

    /// <summary>Whether the pattern is only advised: <c>Review</c> speaks of it, <c>Validate</c> doesn't.</summary>
    public bool IsAdvice { get; init; }
}
