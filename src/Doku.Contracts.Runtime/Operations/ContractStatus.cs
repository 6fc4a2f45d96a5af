namespace Doku.Contracts.Runtime;

/// <summary>
/// The state of a payment, for code that knows no contract. Generated enumerations whose schema has <c>x-progress</c>
/// convert to it.
/// </summary>
/// <param name="Value">The text on the wire.</param>
/// <param name="Rank">
/// <see cref="InitialRank"/> for the state in which an order begins; 0 for another that isn't final; above it, a final
/// state, which gives way to one of the same or a higher rank alone.
/// </param>
/// <param name="IsPaid">Whether the customer has paid.</param>
public readonly record struct ContractStatus(string Value, int Rank, bool IsPaid)
{
    /// <summary>The rank of the state in which an order begins.</summary>
    public const int InitialRank = -1;

    /// <summary>Whether an order begins in this state, so that a report of it is no news.</summary>
    public bool IsInitial => Rank == InitialRank;

    /// <summary>Whether this state is final.</summary>
    public bool IsFinal => Rank > 0;

    /// <summary>
    /// The state after a report. Reports may come late, twice and out of order: a final state never gives way to one that
    /// isn't.
    /// </summary>
    /// <param name="reported">What was reported.</param>
    /// <returns><paramref name="reported"/>, or this state where the report changes nothing.</returns>
    public ContractStatus After(ContractStatus reported) =>
        Math.Max(reported.Rank, 0) >= Rank ? reported : this;

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value ?? "";
}
