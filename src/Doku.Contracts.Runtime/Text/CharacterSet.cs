using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>
/// A named set of allowed characters: the <c>pattern</c> of one anchored character class in a schema.
/// Looking for a character outside the set is vectorised and allocates nothing.
/// </summary>
public sealed class CharacterSet
{
    private readonly (int First, int Last)[] _ranges;
    private readonly SearchValues<char> _ascii;
    private readonly AsciiSet _quick;

    /// <summary>Makes a set from ranges of code points.</summary>
    /// <param name="name">The name under which errors and documentation speak of the set.</param>
    /// <param name="ranges">Pairs of first and last code point, ascending and apart, as text: <c>"09AZaz"</c>.</param>
    /// <param name="description">The set in words or as a character class, for messages.</param>
    /// <exception cref="ArgumentException">The ranges aren't pairs in ascending order.</exception>
    public CharacterSet(string name, string ranges, string description)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        Name = name;
        Description = description;
        _ranges = ParseRanges(ranges);
        var ascii = AsciiOf(_ranges);
        _ascii = SearchValues.Create(ascii);
        _quick = new AsciiSet(ascii);
    }

    /// <summary>The set's name.</summary>
    public string Name { get; }

    /// <summary>The set as messages show it.</summary>
    public string Description { get; }

    /// <summary>Whether a character is allowed.</summary>
    public bool Contains(Rune character)
    {
        foreach (var (first, last) in _ranges)
        {
            if (character.Value <= last)
            {
                return character.Value >= first;
            }
        }

        return false;
    }

    /// <summary>Finds the first character outside the set.</summary>
    /// <param name="text">The text to search.</param>
    /// <returns>Its index in UTF-16 units, or -1 when every character is allowed. Half of a surrogate pair is never allowed.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int IndexOfDisallowed(ReadOnlySpan<char> text)
    {
        // Nearly all texts are ASCII, which one vectorised search settles.
        var found = text.IndexOfAnyExcept(_ascii);
        return found < 0 ? -1 : IndexOfDisallowed(text, found);
    }

    /// <summary>Whether a text is ASCII and nothing in it is disallowed; what this doesn't settle is still to be searched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool AllowsPlain(ReadOnlySpan<char> text) => _quick.Holds(text);

    /// <summary>The same of a text's bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool AllowsPlain(ReadOnlySpan<byte> utf8) => _quick.Holds(utf8);

    private int IndexOfDisallowed(ReadOnlySpan<char> text, int start)
    {
        while (true)
        {
            // Any other character, a pair of surrogates too, is looked up as the one character that it is.
            if (
                Rune.DecodeFromUtf16(text[start..], out var character, out var width)
                    != OperationStatus.Done
                || !Contains(character)
            )
            {
                return start;
            }

            start += width;
            var found = text[start..].IndexOfAnyExcept(_ascii);
            if (found < 0)
            {
                return -1;
            }

            start += found;
        }
    }

    /// <summary>The set's name.</summary>
    public override string ToString() => Name;

    private static (int, int)[] ParseRanges(string ranges)
    {
        var bounds = new List<int>();
        foreach (var character in ranges.EnumerateRunes())
        {
            bounds.Add(character.Value);
        }

        if (bounds.Count % 2 != 0)
        {
            throw new ArgumentException(
                "Ranges are pairs of first and last character.",
                nameof(ranges)
            );
        }

        var parsed = new (int First, int Last)[bounds.Count / 2];
        for (var i = 0; i < parsed.Length; i++)
        {
            parsed[i] = (bounds[2 * i], bounds[2 * i + 1]);
            if (
                parsed[i].First > parsed[i].Last
                || (i > 0 && parsed[i].First <= parsed[i - 1].Last)
            )
            {
                throw new ArgumentException("Ranges ascend and don't overlap.", nameof(ranges));
            }
        }

        return parsed;
    }

    private static string AsciiOf((int First, int Last)[] ranges)
    {
        var characters = new StringBuilder();
        foreach (var (first, last) in ranges)
        {
            for (var c = first; c <= Math.Min(last, 0x7F); c++)
            {
                characters.Append((char)c);
            }
        }

        return characters.ToString();
    }
}
