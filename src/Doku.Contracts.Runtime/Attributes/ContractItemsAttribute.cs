namespace Doku.Contracts.Runtime;

/// <summary>
/// How many items a contract's list has (<c>minItems</c>, <c>maxItems</c>), so that an analyzer can hold collection
/// expressions against it. The generator writes it; of lists within lists it speaks of the outermost.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ContractItemsAttribute : Attribute
{
    /// <summary>The fewest items; 0 when there is no such limit.</summary>
    public int MinItems { get; init; }

    /// <summary>The most items; <see cref="int.MaxValue"/> when there is no such limit.</summary>
    public int MaxItems { get; init; } = int.MaxValue;

    /// <summary>Whether the number is only advised: <c>Review</c> speaks of it, <c>Validate</c> doesn't.</summary>
    public bool IsAdvice { get; init; }
}
