namespace Doku.Contracts.Runtime;

/// <summary>
/// The length of a contract's text (<c>minLength</c>, <c>maxLength</c>), so that an analyzer can hold constants
/// against it. The generator writes it; on a list it speaks of each item.
/// </summary>
/// <remarks>Reading, writing and validating don't look at it: they have the limits in their code.</remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ContractTextAttribute : Attribute
{
    /// <summary>The fewest characters, in code points; 0 when there is no such limit.</summary>
    public int MinLength { get; init; }

    /// <summary>The most characters, in code points; <see cref="int.MaxValue"/> when there is no such limit.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>Whether the length is only advised: <c>Review</c> speaks of it, <c>Validate</c> doesn't.</summary>
    public bool IsAdvice { get; init; }
}
