namespace Doku.Contracts.Runtime;

/// <content>The checks of numbers of any size.</content>
public static partial class ContractChecks
{
    /// <summary><c>minimum</c>.</summary>
    public static void Minimum(
        ContractNumber value,
        ContractNumber limit,
        ref ContractErrorSink errors
    )
    {
        if (value < limit)
        {
            errors.Add(ContractErrorCodes.Minimum, ContractWords.Minimum(limit.ToString()));
        }
    }

    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static void ExclusiveMinimum(
        ContractNumber value,
        ContractNumber limit,
        ref ContractErrorSink errors
    )
    {
        if (value <= limit)
        {
            errors.Add(
                ContractErrorCodes.Minimum,
                ContractWords.ExclusiveMinimum(limit.ToString())
            );
        }
    }

    /// <summary><c>maximum</c>.</summary>
    public static void Maximum(
        ContractNumber value,
        ContractNumber limit,
        ref ContractErrorSink errors
    )
    {
        if (value > limit)
        {
            errors.Add(ContractErrorCodes.Maximum, ContractWords.Maximum(limit.ToString()));
        }
    }

    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static void ExclusiveMaximum(
        ContractNumber value,
        ContractNumber limit,
        ref ContractErrorSink errors
    )
    {
        if (value >= limit)
        {
            errors.Add(
                ContractErrorCodes.Maximum,
                ContractWords.ExclusiveMaximum(limit.ToString())
            );
        }
    }

    /// <summary><c>multipleOf</c>.</summary>
    public static void MultipleOf(
        ContractNumber value,
        ContractNumber unit,
        ref ContractErrorSink errors
    )
    {
        if (!value.Exact.IsMultipleOf(unit.Exact))
        {
            errors.Add(ContractErrorCodes.MultipleOf, ContractWords.MultipleOf(unit.ToString()));
        }
    }
}
