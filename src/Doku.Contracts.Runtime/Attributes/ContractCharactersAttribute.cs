namespace Doku.Contracts.Runtime;

/// <summary>
/// The characters that a contract's text allows (a <c>pattern</c> of one anchored character class), so that an
/// analyzer can hold constants against it. The generator writes it; on a list it speaks of each item.
/// </summary>
/// <remarks>Several sets must all allow a character.</remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ContractCharactersAttribute : Attribute
{
    /// <summary>Says which characters are allowed.</summary>
    /// <param name="ranges">Pairs of first and last code point, ascending and apart, as text: <c>"09AZaz"</c>.</param>
    /// <param name="description">The set as messages show it.</param>
    public ContractCharactersAttribute(string ranges, string description)
    {
        Ranges = ranges;
        Description = description;
    }

    /// <summary>Pairs of first and last code point, ascending and apart, as <see cref="CharacterSet"/> takes them.</summary>
    public string Ranges { get; }

    /// <summary>The set as messages show it.</summary>
    public string Description { get; }

    /// <summary>Whether the set is only advised: <c>Review</c> speaks of it, <c>Validate</c> doesn't.</summary>
    public bool IsAdvice { get; init; }
}
