using System.Collections;

namespace Doku.Contracts.Runtime;

/// <summary>Every error found in one value, in the order of the schema. Empty when the value keeps its contract.</summary>
public sealed class ContractErrors : IReadOnlyList<ContractError>
{
    private readonly ContractError[] _errors;

    internal ContractErrors(ContractError[] errors, int total)
    {
        _errors = errors;
        Total = total;
    }

    /// <summary>No error.</summary>
    public static ContractErrors None { get; } = new([], 0);

    /// <summary>Whether the value keeps its contract.</summary>
    public bool IsValid => Total == 0;

    /// <summary>How many errors were found; more than <see cref="Count"/> when the cap of <see cref="ContractReadOptions.MaxErrors"/> was reached.</summary>
    public int Total { get; }

    /// <summary>How many errors are listed.</summary>
    public int Count => _errors.Length;

    /// <summary>The error at a position of the list.</summary>
    /// <exception cref="IndexOutOfRangeException">There are fewer errors.</exception>
    public ContractError this[int index] => _errors[index];

    /// <inheritdoc/>
    public IEnumerator<ContractError> GetEnumerator() =>
        ((IEnumerable<ContractError>)_errors).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _errors.GetEnumerator();

    /// <summary>One error a line; "valid" when there is none.</summary>
    public override string ToString() =>
        IsValid ? "valid"
        : Total > Count ? string.Join('\n', _errors) + $"\n… and {Total - Count} more"
        : string.Join('\n', _errors);
}
