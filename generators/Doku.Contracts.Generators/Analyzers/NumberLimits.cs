using Doku.Contracts.Runtime;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>The limits of a number, checked in the order in which a running program reports them.</summary>
internal sealed record NumberLimits(
    decimal? Minimum,
    decimal? ExclusiveMinimum,
    decimal? Maximum,
    decimal? ExclusiveMaximum,
    decimal? MultipleOf
)
{
    public IEnumerable<Finding> Check(decimal value)
    {
        if (value < Minimum)
        {
            yield return Finding(ContractWords.Minimum(Minimum.Value));
        }

        if (value <= ExclusiveMinimum)
        {
            yield return Finding(ContractWords.ExclusiveMinimum(ExclusiveMinimum.Value));
        }

        if (value > Maximum)
        {
            yield return Finding(ContractWords.Maximum(Maximum.Value));
        }

        if (value >= ExclusiveMaximum)
        {
            yield return Finding(ContractWords.ExclusiveMaximum(ExclusiveMaximum.Value));
        }

        if (MultipleOf is { } unit && unit != 0 && value % unit != 0)
        {
            yield return Finding(ContractWords.MultipleOf(unit));
        }
    }

    private static Finding Finding(string message) => new(LiteralRules.Number, message);
}
