namespace Doku.Contracts.Runtime;

/// <summary>A value breaks its contract. <see cref="Errors"/> lists every way in which it does.</summary>
public sealed class ContractException : Exception
{
    /// <summary>Makes the exception for a contract's errors.</summary>
    /// <param name="contract">The name of the type or parameter that was checked.</param>
    /// <param name="errors">What was found.</param>
    public ContractException(string contract, ContractErrors errors)
        : base($"{contract} breaks its contract:\n{errors}")
    {
        Contract = contract;
        Errors = errors;
    }

    /// <summary>The name of the type or parameter that was checked.</summary>
    public string Contract { get; }

    /// <summary>Every error, none of which holds a value.</summary>
    public ContractErrors Errors { get; }
}
