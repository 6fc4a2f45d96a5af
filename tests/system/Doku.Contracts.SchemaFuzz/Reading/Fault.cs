namespace Doku.Contracts.SchemaFuzz.Reading;

/// <summary>What is wrong with generated code.</summary>
/// <param name="Kind">What kind of fault: the same kind is looked for while a case is made smaller.</param>
/// <param name="Words">What it is.</param>
/// <param name="Instance">The instance that shows it; null when none is needed.</param>
/// <param name="IsFatal">Whether there is nothing to run.</param>
internal sealed record Fault(
    string Kind,
    string Words,
    string? Instance = null,
    bool IsFatal = true
);
