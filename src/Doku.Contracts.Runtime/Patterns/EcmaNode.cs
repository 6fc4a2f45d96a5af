namespace Doku.Contracts.Runtime;

/// <summary>A part of a pattern.</summary>
/// <param name="At">Where it begins in the pattern, in UTF-16 units.</param>
internal abstract record EcmaNode(int At);

/// <summary><c>a|b</c>.</summary>
internal sealed record EcmaAlternation(int At, IReadOnlyList<EcmaNode> Alternatives) : EcmaNode(At);

/// <summary>Parts that follow each other; without parts, what matches the empty text.</summary>
internal sealed record EcmaSequence(int At, IReadOnlyList<EcmaNode> Parts) : EcmaNode(At);

/// <summary>A part that repeats. It begins where its quantifier does.</summary>
/// <param name="At">Where the quantifier begins.</param>
/// <param name="Inner">What repeats.</param>
/// <param name="Min">The fewest repetitions; the largest integer stands for that many and more.</param>
/// <param name="Max">The most repetitions; null when there is no limit.</param>
/// <param name="IsLazy">Whether fewer are tried first. That decides what is captured, never whether a text matches.</param>
internal sealed record EcmaQuantifier(int At, EcmaNode Inner, int Min, int? Max, bool IsLazy)
    : EcmaNode(At);

/// <summary><c>(a)</c>, <c>(?&lt;name&gt;a)</c> or <c>(?:a)</c>.</summary>
/// <param name="At">Where the group begins.</param>
/// <param name="Inner">What is between the parentheses.</param>
/// <param name="Number">The number under which it is captured; null when it isn't.</param>
/// <param name="Name">The name under which it is captured; null when it has none.</param>
internal sealed record EcmaGroup(int At, EcmaNode Inner, int? Number, string? Name) : EcmaNode(At);

/// <summary><c>(?=a)</c>, <c>(?!a)</c>, <c>(?&lt;=a)</c> or <c>(?&lt;!a)</c>.</summary>
internal sealed record EcmaLookaround(int At, EcmaNode Inner, bool IsBehind, bool IsNegated)
    : EcmaNode(At);

/// <summary><c>\1</c> or <c>\k&lt;name&gt;</c>, as it is written.</summary>
internal sealed record EcmaBackReference(int At, string Text) : EcmaNode(At);

/// <summary><c>^</c>, <c>$</c>, <c>\b</c> or <c>\B</c>.</summary>
internal sealed record EcmaAnchor(int At, EcmaAnchorKind Kind) : EcmaNode(At);

/// <summary>One character: a literal, an escape, <c>.</c> or a class.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Set">The code points that match.</param>
/// <param name="UnknownProperty">A property of Unicode that the framework doesn't know, so that the set isn't complete.</param>
internal sealed record EcmaCharacter(int At, EcmaSet Set, string? UnknownProperty) : EcmaNode(At);

/// <summary>Which place an <see cref="EcmaAnchor"/> matches.</summary>
internal enum EcmaAnchorKind
{
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
}
