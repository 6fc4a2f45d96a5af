using System.Text.RegularExpressions;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.Schema.Patterns;

/// <summary>
/// Matches texts that stand in schemas and in source code while a compiler runs. The compiler's host may have no engine
/// that can't go back, so that matching has a limit of time.
/// </summary>
public sealed class PatternMatcher
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    private readonly EcmaFold _fold;
    private readonly Regex _regex;

    private PatternMatcher(EcmaTranslation translation)
    {
        _fold = translation.Fold;
        _regex = new Regex(translation.Expression, RegexOptions.CultureInvariant, Timeout);
    }

    /// <summary>Makes a matcher; null when the text is no pattern that can be matched.</summary>
    public static PatternMatcher? Create(string pattern) =>
        EcmaParser.Parse(pattern, out _) is { } tree
        && EcmaTranslation.Create(tree, out _) is { } translation
            ? new PatternMatcher(translation)
            : null;

    /// <summary>Whether a text certainly doesn't match. What takes too long is left to run time.</summary>
    public bool Rejects(string text)
    {
        var folded = new char[text.Length];
        var length = _fold.Fold(text.AsSpan(), folded);
        try
        {
            return !_regex.IsMatch(new string(folded, 0, length));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
