namespace Doku.Contracts.Runtime;

/// <summary>How a point in time is written in a contract.</summary>
public interface ITimestampFormat
{
    /// <summary>The name under which schemas and messages speak of the format.</summary>
    static abstract string Name { get; }

    /// <summary>Whether a text is of this format, be it a time that <see cref="DateTimeOffset"/> can hold or not.</summary>
    static abstract bool IsValid(ReadOnlySpan<char> text);

    /// <summary>Reads a text of this format.</summary>
    /// <returns>Whether the text is of this format and names a point in time that <see cref="DateTimeOffset"/> can hold.</returns>
    static abstract bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value);

    /// <summary>Writes a point in time in the one form that this format writes.</summary>
    static abstract string Format(DateTimeOffset value);
}
