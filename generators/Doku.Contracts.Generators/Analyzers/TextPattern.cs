using Doku.Contracts.Schema.Patterns;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>A pattern as an attribute has it.</summary>
internal sealed class TextPattern(string source)
{
    // The attribute may have been written by hand; what isn't a pattern can't be missed.
    private readonly Lazy<PatternMatcher?> _matcher = new(() => PatternMatcher.Create(source));

    /// <summary>The pattern in the schema's words.</summary>
    public string Source { get; } = source;

    /// <summary>Whether a text certainly doesn't match.</summary>
    public bool Rejects(string text) => _matcher.Value?.Rejects(text) == true;
}
