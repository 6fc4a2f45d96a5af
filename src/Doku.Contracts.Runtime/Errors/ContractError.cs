namespace Doku.Contracts.Runtime;

/// <summary>
/// One way in which a value breaks its contract. It never holds the value itself, which may be personal data;
/// of a text it names at most the one character that isn't allowed.
/// </summary>
/// <param name="Pointer">Where: a JSON Pointer (RFC 6901) from the root of the value; empty for the root.</param>
/// <param name="Code">What: one of <see cref="ContractErrorCodes"/>.</param>
/// <param name="Message">What, in words, with the limit that was missed.</param>
public readonly record struct ContractError(string Pointer, string Code, string Message)
{
    /// <summary>For <see cref="ContractErrorCodes.Characters"/> and <see cref="ContractErrorCodes.Unicode"/>: the zero-based index of the character in the text, in UTF-16 units as <see cref="string"/> counts.</summary>
    public int? CharacterIndex { get; init; }

    /// <summary>For <see cref="ContractErrorCodes.Characters"/>: the Unicode code point that isn't allowed.</summary>
    public int? CodePoint { get; init; }

    /// <summary>When the value was read from JSON: the line on which it begins, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>When the value was read from JSON: the column at which it begins, from 1, in UTF-16 units.</summary>
    public int? Column { get; init; }

    /// <summary>Says place, code and message in one line.</summary>
    public override string ToString() =>
        Line is { } line
            ? $"{(Pointer.Length == 0 ? "/" : Pointer)} ({line},{Column}): {Message} [{Code}]"
            : $"{(Pointer.Length == 0 ? "/" : Pointer)}: {Message} [{Code}]";
}
