using Doku.Contracts.Runtime;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>Chooses how a pattern is matched: a character set, a sequence, or a regular expression.</summary>
internal static class PatternReader
{
    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="set">The named set that this pattern defines, if it does.</param>
    /// <param name="failure">Why the pattern can't be used, when null is returned.</param>
    public static PatternModel? Read(string pattern, TypeName? set, out string? failure)
    {
        failure = null;
        if (EcmaParser.Parse(pattern, out var error) is not { } tree)
        {
            failure = error!.ToString();
            return null;
        }

        if (PatternSequence.Read(tree) is { } parts)
        {
            // A repeated class that must come at least once is a set with a least length; it keeps its own words.
            if (parts is [{ Min: 0, Max: null } only])
            {
                return new CharacterPattern(
                    pattern,
                    only.ToModel().Ranges,
                    Description(pattern, only),
                    set,
                    set?.Name ?? "allowed characters"
                );
            }

            if (PatternSequence.IsDeterministic(parts) && parts.All(part => part.IsPlain))
            {
                return new SequencePattern(
                    pattern,
                    parts.Select(part => part.ToModel()).ToEquatableArray()
                );
            }
        }

        // Only to learn whether it will be possible: the running program translates for its own framework.
        if (EcmaPattern.Translate(pattern, out error) is null)
        {
            failure = error!.ToString();
            return null;
        }

        return new RegexPattern(pattern, IsAnchored(tree));
    }

    // A class between its brackets, anything else as it is.
    private static string Description(string pattern, PatternPart part)
    {
        var text = pattern.Substring(part.At, part.End - part.At);
        return text[0] == '[' ? text.Substring(1, text.Length - 2) : text;
    }

    /// <summary>Whether a pattern must match the whole text.</summary>
    private static bool IsAnchored(EcmaNode node) =>
        node switch
        {
            EcmaGroup group => IsAnchored(group.Inner),
            EcmaAlternation alternation => alternation.Alternatives.All(IsAnchored),
            EcmaSequence { Parts: [var first, .., var last] } => IsAnchor(
                first,
                EcmaAnchorKind.Start
            ) && IsAnchor(last, EcmaAnchorKind.End),
            _ => false,
        };

    private static bool IsAnchor(EcmaNode node, EcmaAnchorKind kind) =>
        node is EcmaAnchor anchor && anchor.Kind == kind;
}
