using System.Text.RegularExpressions;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>Chooses how a pattern is matched: a character set, a sequence, or a regular expression.</summary>
internal static class PatternReader
{
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="set">The named set that this pattern defines, if it does.</param>
    /// <param name="failure">Why the pattern can't be used, when null is returned.</param>
    public static PatternModel? Read(string pattern, TypeName? set, out string? failure)
    {
        failure = null;
        if (PatternParser.TryParse(pattern) is { } elements)
        {
            // A repeated class that must come at least once is a set with a least length; it keeps its own words.
            if (elements is [{ Min: 0, Max: null } only])
            {
                var body = pattern.Substring(1, pattern.Length - 3);
                var description = body.StartsWith("[", StringComparison.Ordinal)
                    ? body.Substring(1, body.Length - 2)
                    : body;
                return new CharacterPattern(
                    pattern,
                    only.Ranges,
                    description,
                    set,
                    set?.Name ?? "allowed characters"
                );
            }

            if (PatternShape.IsDeterministic(elements) && elements.All(IsPlain))
            {
                return new SequencePattern(pattern, elements.ToEquatableArray());
            }
        }

        failure = RegexTranslator.Fault(pattern);
        if (failure is not null)
        {
            return null;
        }

        var expression = RegexTranslator.Translate(pattern);
        try
        {
            _ = new Regex(expression, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException exception)
        {
            failure = exception.Message;
            return null;
        }

        // What can't be matched without going back can't be matched in linear time, so it isn't taken.
        if (Regex.IsMatch(expression, @"\(\?[=!<]|\\[1-9]|\(\?>"))
        {
            failure =
                "look-around, back-references and atomic groups can't be matched in linear time";
            return null;
        }

        return new RegexPattern(pattern, expression);
    }

    // Sequences are matched by UTF-16 unit, so no class may tell characters beyond the BMP apart. A class that has all
    // of them, as [^0] does, can be matched so where it comes once or without an end.
    private static bool IsPlain(SequenceElement element) =>
        element.Ranges.All(range =>
            range.Last < FirstSurrogate || (range.First > LastSurrogate && range.Last <= 0xFFFF)
        )
        || (
            HasAllBeyond(element)
            && (element is { Min: 1, Max: 1 } || element is { Min: <= 1, Max: null })
        );

    private static bool HasAllBeyond(SequenceElement element) =>
        element.Ranges.Any(range =>
            range.First <= FirstSurrogate && range.Last == RangeSet.LastCodePoint
        );
}
