using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>Finds what keeps a pattern from being matched in linear time.</summary>
internal static class EcmaLimits
{
    // The framework's own limit for RegexOptions.NonBacktracking, REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE. It counts an
    // automaton with anchors five times, because a state then also knows what stands before and after it.
    private const int MaxSize = 10_000;
    private const int AnchorFactor = 5;

    /// <summary>The first part that can't be matched; null when all can. The size is checked apart, by <see cref="CheckSize"/>.</summary>
    public static EcmaError? Check(EcmaNode node) =>
        node switch
        {
            EcmaAlternation alternation => Check(alternation.Alternatives),
            EcmaSequence sequence => Check(sequence.Parts),
            EcmaQuantifier quantifier => Check(quantifier.Inner),
            EcmaGroup group => Check(group.Inner),
            EcmaLookaround look => new(
                $"{(look.IsBehind ? "look-behind" : "look-ahead")} can't be matched in linear time",
                look.At
            ),
            EcmaBackReference reference => new(
                $"the back-reference {reference.Text} can't be matched in linear time",
                reference.At
            ),
            EcmaCharacter { UnknownProperty: { } property } character => new(
                $"{property} can't be matched: .NET doesn't know which characters have this property",
                character.At
            ),
            _ => null,
        };

    /// <summary>Why the framework would refuse the pattern as too large; null when it wouldn't.</summary>
    public static EcmaError? CheckSize(EcmaNode node)
    {
        // The framework adds one state of its own.
        var most = MaxSize / (HasAnchor(node) ? AnchorFactor : 1) - 1;
        return Count(node) > most
            ? new EcmaError(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "the pattern is too large to be matched in linear time: with its repetitions written out it has more than {0} characters",
                    most
                ),
                null
            )
            : null;
    }

    /// <summary>How many characters a pattern has when its repetitions are written out; at most one above the limit.</summary>
    public static long Count(EcmaNode node) =>
        Math.Min(
            MaxSize + 1,
            node switch
            {
                EcmaCharacter => 1,
                EcmaAlternation alternation => alternation.Alternatives.Sum(Count),
                EcmaSequence sequence => sequence.Parts.Sum(Count),
                EcmaGroup group => Count(group.Inner),
                EcmaQuantifier quantifier => Repetitions(quantifier) * Count(quantifier.Inner),
                _ => 0,
            }
        );

    /// <summary>Whether there is an anchor of one of two kinds.</summary>
    public static bool HasAnchor(EcmaNode node, EcmaAnchorKind least = EcmaAnchorKind.Start) =>
        node switch
        {
            EcmaAnchor anchor => anchor.Kind >= least,
            EcmaAlternation alternation => alternation.Alternatives.Any(n => HasAnchor(n, least)),
            EcmaSequence sequence => sequence.Parts.Any(n => HasAnchor(n, least)),
            EcmaGroup group => HasAnchor(group.Inner, least),
            EcmaQuantifier quantifier => HasAnchor(quantifier.Inner, least),
            _ => false,
        };

    private static EcmaError? Check(IReadOnlyList<EcmaNode> nodes) =>
        nodes.Select(Check).FirstOrDefault(error => error is not null);

    // a* stays as it is; a{2,} is a, a and a*.
    private static long Repetitions(EcmaQuantifier quantifier) =>
        quantifier.Max ?? (quantifier.Min == 0 ? 1 : quantifier.Min + 1L);
}
