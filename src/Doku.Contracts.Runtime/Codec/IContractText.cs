namespace Doku.Contracts.Runtime;

/// <summary>What every generated enumeration can do: it is a text, known or not.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
public interface IContractText<TSelf>
    where TSelf : struct, IContractText<TSelf>
{
    /// <summary>The text on the wire.</summary>
    string Value { get; }

    /// <summary>Whether the contract knows the text.</summary>
    bool IsKnown { get; }

    /// <summary>Takes a text, known or not.</summary>
    static abstract TSelf From(string value);

    /// <summary>Finds a known text, so that reading it makes no new one.</summary>
    /// <returns>The contract's own copy, or null when the contract doesn't know the text.</returns>
    static virtual string? FindKnown(ReadOnlySpan<char> text) => null;
}
