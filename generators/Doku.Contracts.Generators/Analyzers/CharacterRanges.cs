using Doku.Contracts.Runtime;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>A set of allowed characters as an attribute has it.</summary>
internal sealed class CharacterRanges(string ranges, string description)
{
    private readonly List<int> _bounds = [.. CodePoints(ranges)];

    /// <summary>The set as messages show it.</summary>
    public string Description { get; } = description;

    /// <summary>The index of the first character outside the set, or -1. Half of a surrogate pair is never inside.</summary>
    public int IndexOfDisallowed(string text)
    {
        var index = 0;
        foreach (var codePoint in CodePoints(text))
        {
            if (codePoint is >= 0xD800 and <= 0xDFFF || !Contains(codePoint))
            {
                return index;
            }

            index += codePoint > char.MaxValue ? 2 : 1;
        }

        return -1;
    }

    /// <summary>The code points of a text; half of a surrogate pair stands for itself.</summary>
    public static IEnumerable<int> CodePoints(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var codePoint = ContractWords.CodePointAt(text, i);
            yield return codePoint;
            i += codePoint > char.MaxValue ? 1 : 0;
        }
    }

    private bool Contains(int codePoint)
    {
        for (var i = 0; i + 1 < _bounds.Count; i += 2)
        {
            if (codePoint >= _bounds[i] && codePoint <= _bounds[i + 1])
            {
                return true;
            }
        }

        return false;
    }
}
