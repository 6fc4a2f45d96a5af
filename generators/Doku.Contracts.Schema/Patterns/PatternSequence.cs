using Doku.Contracts.Runtime;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>
/// Reads a pattern as an anchored sequence of repeated classes. That is what nearly every contract's pattern is, and it
/// needs no regular expression. Groups, alternatives and assertions don't fit.
/// </summary>
internal static class PatternSequence
{
    /// <summary>The parts of a sequence; null when the pattern is none.</summary>
    public static List<PatternPart>? Read(EcmaNode tree)
    {
        if (
            tree
            is not EcmaSequence
            {
                Parts: [
                    EcmaAnchor { Kind: EcmaAnchorKind.Start },
                    ..,
                    EcmaAnchor { Kind: EcmaAnchorKind.End },
                ]
            } sequence
        )
        {
            return null;
        }

        var parts = new List<PatternPart>();
        for (var i = 1; i < sequence.Parts.Count - 1; i++)
        {
            if (PatternPart.Read(sequence.Parts[i]) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts;
    }

    /// <summary>Whether matching from left to right, taking as many as possible each time, always finds a match if there is one.</summary>
    public static bool IsDeterministic(IReadOnlyList<PatternPart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Min == parts[i].Max)
            {
                continue;
            }

            for (var next = i + 1; next < parts.Count; next++)
            {
                if (parts[i].Overlaps(parts[next]))
                {
                    return false;
                }

                if (parts[next].Min > 0)
                {
                    break;
                }
            }
        }

        return true;
    }
}
