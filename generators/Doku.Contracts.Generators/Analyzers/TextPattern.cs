using System.Text.RegularExpressions;
using Doku.Contracts.Schema.Patterns;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>A pattern as an attribute has it.</summary>
internal sealed class TextPattern(string source)
{
    // The compiler's host may have no engine that can't backtrack; a constant that takes too long is left to run time.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly Lazy<Regex?> _regex = new(() => Parse(source));

    /// <summary>The pattern in the schema's words.</summary>
    public string Source { get; } = source;

    /// <summary>Whether a text certainly doesn't match.</summary>
    public bool Rejects(string text)
    {
        try
        {
            return _regex.Value?.IsMatch(text) == false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // The attribute may have been written by hand; what isn't a pattern can't be missed.
    private static Regex? Parse(string source)
    {
        try
        {
            return new Regex(
                RegexTranslator.Translate(source),
                RegexOptions.CultureInvariant,
                Patience
            );
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
