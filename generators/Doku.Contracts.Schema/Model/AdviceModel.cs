namespace Doku.Contracts.Schema.Model;

/// <summary>One <c>x-advice</c> about a member, as far as documentation and the analyzer speak of it.</summary>
/// <param name="Reason">Why it is advised.</param>
/// <param name="Limits">The limits that it advises.</param>
/// <param name="Patterns">The patterns that it advises.</param>
/// <param name="Format">The format that it advises.</param>
/// <param name="Required">The members that it advises to give.</param>
public sealed record AdviceModel(
    string Reason,
    EquatableArray<LimitModel> Limits,
    EquatableArray<PatternModel> Patterns,
    string? Format,
    EquatableArray<string> Required
);
