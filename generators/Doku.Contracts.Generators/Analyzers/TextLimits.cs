using System.Collections.Immutable;
using Doku.Contracts.Runtime;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>The limits of a text, checked in the order in which a running program reports them.</summary>
internal sealed class TextLimits(
    int minLength,
    int maxLength,
    ImmutableArray<CharacterRanges> sets,
    ImmutableArray<TextPattern> patterns
)
{
    public IEnumerable<Finding> Check(string text)
    {
        // A character set allows no half of a surrogate pair; where there is none, that is asked by itself.
        if (sets.IsEmpty && IndexOfLoneSurrogate(text) is >= 0 and var lone)
        {
            yield return new(LiteralRules.Characters, ContractWords.LoneSurrogate(lone));
        }

        var length = CharacterRanges.CodePoints(text).Count();
        if (length < minLength)
        {
            yield return new(LiteralRules.Length, ContractWords.MinLength(minLength));
        }

        if (length > maxLength)
        {
            yield return new(LiteralRules.Length, ContractWords.MaxLength(maxLength));
        }

        foreach (var set in sets)
        {
            if (set.IndexOfDisallowed(text) is >= 0 and var index)
            {
                yield return new(
                    LiteralRules.Characters,
                    ContractWords.Disallowed(text, index, set.Description)
                );
            }
        }

        foreach (var pattern in patterns.Where(p => p.Rejects(text)))
        {
            yield return new(LiteralRules.Pattern, ContractWords.Pattern(pattern.Source));
        }
    }

    private static int IndexOfLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (ContractWords.CodePointAt(text, i) <= char.MaxValue)
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
