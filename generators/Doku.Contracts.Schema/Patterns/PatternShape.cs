using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>What a pattern is like, whoever matches it.</summary>
internal static class PatternShape
{
    /// <summary>Whether matching from left to right, taking as many as possible each time, always finds a match if there is one.</summary>
    public static bool IsDeterministic(IReadOnlyList<SequenceElement> elements)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i].Min == elements[i].Max)
            {
                continue;
            }

            for (var next = i + 1; next < elements.Count; next++)
            {
                if (RangeSet.Overlap([.. elements[i].Ranges], [.. elements[next].Ranges]))
                {
                    return false;
                }

                if (elements[next].Min > 0)
                {
                    break;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a pattern must match the whole text.</summary>
    public static bool IsAnchored(string pattern) =>
        pattern.StartsWith("^", StringComparison.Ordinal) && EndsWithAnchor(pattern);

    /// <summary>Whether the last <c>$</c> is an anchor and not an escaped dollar sign.</summary>
    public static bool EndsWithAnchor(string pattern)
    {
        if (pattern.Length == 0 || pattern[pattern.Length - 1] != '$')
        {
            return false;
        }

        var backslashes = 0;
        for (var i = pattern.Length - 2; i >= 0 && pattern[i] == '\\'; i--)
        {
            backslashes++;
        }

        return backslashes % 2 == 0;
    }
}
