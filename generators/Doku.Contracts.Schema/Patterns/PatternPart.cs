using Doku.Contracts.Runtime;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>A class of a sequence and how often it may come; <see cref="Max"/> is null when there is no end.</summary>
/// <param name="Ranges">The class.</param>
/// <param name="Min">The fewest characters.</param>
/// <param name="Max">The most characters.</param>
/// <param name="At">Where the class begins in the pattern.</param>
/// <param name="End">Where the class ends and its quantifier begins.</param>
internal sealed record PatternPart(
    IReadOnlyList<EcmaRange> Ranges,
    int Min,
    int? Max,
    int At,
    int End
)
{
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;

    /// <summary>
    /// Whether the part can be matched by UTF-16 unit. No class may tell characters beyond the BMP apart. A class that
    /// has all of them, as [^0] does, can be matched so where it comes once or without an end. A class that has every
    /// character or none isn't asked for in generated code, where the question would have one answer.
    /// </summary>
    public bool IsPlain =>
        Ranges.Count > 0
        && !(Ranges[0].First == 0 && Ranges[0].Last == EcmaRanges.LastCodePoint)
        && (
            Ranges.All(range =>
                range.Last < FirstSurrogate || (range.First > LastSurrogate && range.Last <= 0xFFFF)
            )
            || (
                Ranges[Ranges.Count - 1]
                    is { First: <= FirstSurrogate, Last: EcmaRanges.LastCodePoint }
                && (this is { Min: 1, Max: 1 } || this is { Min: <= 1, Max: null })
            )
        );

    /// <summary>Reads a part; null when it isn't one class whose characters are known.</summary>
    public static PatternPart? Read(EcmaNode node) =>
        node switch
        {
            EcmaQuantifier { Inner: EcmaCharacter character } quantifier => Create(
                character,
                quantifier.Min,
                quantifier.Max,
                quantifier.At
            ),
            EcmaCharacter character => Create(character, 1, 1, character.At),
            _ => null,
        };

    public bool Overlaps(PatternPart other) =>
        Ranges.Any(left => EcmaRanges.Within(other.Ranges, left).Any());

    public SequenceElement ToModel() =>
        new(
            Ranges.Select(range => new CodePointRange(range.First, range.Last)).ToEquatableArray(),
            Min,
            Max
        );

    // Which characters have a category is for the framework of the running program to say.
    private static PatternPart? Create(EcmaCharacter character, int min, int? max, int end) =>
        character.Set.Categories == 0 && character.UnknownProperty is null
            ? new PatternPart(character.Set.Ranges, min, max, character.At, end)
            : null;
}
