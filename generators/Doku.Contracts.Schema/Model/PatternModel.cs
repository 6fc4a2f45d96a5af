namespace Doku.Contracts.Schema.Model;

/// <summary>A range of code points.</summary>
public readonly record struct CodePointRange(int First, int Last);

/// <summary>A <c>pattern</c>, as far as it was understood.</summary>
/// <param name="Source">The pattern as the schema has it.</param>
public abstract record PatternModel(string Source);

/// <summary>One anchored class, repeated: a set of allowed characters.</summary>
/// <param name="Source">The pattern as the schema has it.</param>
/// <param name="Ranges">The allowed code points, ascending.</param>
/// <param name="Description">The class between its brackets.</param>
/// <param name="Set">The named set that the pattern was defined as; null for one that has no name.</param>
/// <param name="SetName">The set's name for messages.</param>
public sealed record CharacterPattern(
    string Source,
    EquatableArray<CodePointRange> Ranges,
    string Description,
    TypeName? Set,
    string SetName
) : PatternModel(Source);

/// <summary>An anchored sequence of repeated classes that can be matched from left to right without trying again.</summary>
public sealed record SequencePattern(string Source, EquatableArray<SequenceElement> Elements)
    : PatternModel(Source);

/// <summary>A class and how often it may come; <see cref="Max"/> is null when there is no end.</summary>
public sealed record SequenceElement(EquatableArray<CodePointRange> Ranges, int Min, int? Max);

/// <summary>Anything else: matched by a regular expression that can't backtrack.</summary>
/// <param name="Source">The pattern as the schema has it.</param>
/// <param name="IsAnchored">Whether it must match the whole text.</param>
public sealed record RegexPattern(string Source, bool IsAnchored) : PatternModel(Source);
