namespace Doku.Contracts.Runtime;

/// <summary>
/// The limits of a contract's number, so that an analyzer can hold constants against them. The generator writes it;
/// on a list it speaks of each item. Numbers are texts in the invariant culture, since attributes can't hold decimals.
/// </summary>
/// <remarks>Reading, writing and validating don't look at it: they have the limits in their code.</remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ContractNumberAttribute : Attribute
{
    /// <summary><c>minimum</c>: the least number; null when there is no such limit.</summary>
    public string? Minimum { get; init; }

    /// <summary><c>exclusiveMinimum</c>: what every number is above; null when there is no such limit.</summary>
    public string? ExclusiveMinimum { get; init; }

    /// <summary><c>maximum</c>: the greatest number; null when there is no such limit.</summary>
    public string? Maximum { get; init; }

    /// <summary><c>exclusiveMaximum</c>: what every number is below; null when there is no such limit.</summary>
    public string? ExclusiveMaximum { get; init; }

    /// <summary><c>multipleOf</c>: the unit that every number is a multiple of; null when there is no such limit.</summary>
    public string? MultipleOf { get; init; }

    /// <summary>Whether this is only advised: <c>Review</c> speaks of it, <c>Validate</c> doesn't.</summary>
    public bool IsAdvice { get; init; }
}
