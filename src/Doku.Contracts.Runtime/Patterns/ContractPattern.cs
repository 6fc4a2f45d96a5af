using System.Buffers;
using System.Text.RegularExpressions;

namespace Doku.Contracts.Runtime;

/// <summary>
/// A <c>pattern</c> of a schema: a regular expression of ECMA-262 with the <c>u</c> flag, which matches whole code
/// points. Matching takes time in proportion to the text's length, whatever the text is.
/// </summary>
public sealed class ContractPattern
{
    private const int MaxOnStack = 256;

    private readonly EcmaFold _fold;
    private readonly Regex _regex;

    /// <summary>Makes a pattern ready to match.</summary>
    /// <param name="source">The pattern as a schema has it.</param>
    /// <exception cref="ArgumentException">
    /// The text is no regular expression of ECMA-262, or one that can't be matched in linear time: it looks around, refers
    /// back, names a property of Unicode that .NET doesn't know, or is too large with its repetitions written out.
    /// </exception>
    public ContractPattern(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (EcmaPattern.Translate(source, out var error) is not { } translation)
        {
            throw new ArgumentException(
                $"The pattern {source} can't be used: {error}",
                nameof(source)
            );
        }

        Source = source;
        _fold = translation.Fold;
        _regex = new Regex(
            translation.Expression,
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );
    }

    /// <summary>The pattern as the schema has it.</summary>
    public string Source { get; }

    /// <summary>Whether a text has a match, at any place unless the pattern says which.</summary>
    /// <param name="text">The text. An unpaired surrogate counts as one character.</param>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        // Nearly all texts can be matched as they are.
        if (_fold.Keeps(text))
        {
            return _regex.IsMatch(text);
        }

        char[]? rented = null;
        var folded =
            text.Length <= MaxOnStack
                ? stackalloc char[MaxOnStack]
                : rented = ArrayPool<char>.Shared.Rent(text.Length);
        var isMatch = _regex.IsMatch(folded[.._fold.Fold(text, folded)]);
        if (rented is not null)
        {
            // What the pool hands out next shall not hold a customer's name.
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }

        return isMatch;
    }

    /// <summary>The pattern as the schema has it.</summary>
    public override string ToString() => Source;
}
