using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>Why a pattern can't be used.</summary>
/// <param name="Message">The reason.</param>
/// <param name="At">The place in the pattern, in UTF-16 units; null when the whole pattern is meant.</param>
internal sealed record EcmaError(string Message, int? At)
{
    /// <summary>The reason with its place, for an error message.</summary>
    public override string ToString() =>
        At is { } at
            ? Message + " (at index " + at.ToString(CultureInfo.InvariantCulture) + ")"
            : Message;
}
