using System.Diagnostics.CodeAnalysis;
using Doku.Contracts.Runtime.Assertions;

namespace Doku.Contracts.Runtime;

/// <summary>What every generated record can do, for code that works with any of them.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
[SuppressMessage(
    "Design",
    "CA1000:Do not declare static members on generic types",
    Justification = "Static interface members."
)]
public interface IContract<TSelf>
    where TSelf : class, IContract<TSelf>
{
    /// <summary>Reads the value at which the reader stands.</summary>
    /// <returns>The value, or null when an error was added to the reader's errors.</returns>
    static abstract TSelf? Read(ref ContractReader reader);

    /// <summary>Writes a value as compact JSON, members in the schema's order.</summary>
    static abstract void Write(TSelf value, ref ContractWriter writer);

    /// <summary>Adds every way in which a value breaks its contract.</summary>
    static abstract void Validate(TSelf value, ref ContractErrorSink errors);

    /// <summary>What the contract advises about a value, and doesn't demand; null when it advises nothing.</summary>
    static virtual Assertion? Advice => null;
}
