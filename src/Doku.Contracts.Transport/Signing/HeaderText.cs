using System.Globalization;

namespace Doku.Contracts.Transport;

/// <summary>What the values of signed headers may be.</summary>
internal static class HeaderText
{
    internal const int MaxRequestId = 128;
    private const int MaxComponent = 8 * 1024;
    private const string StampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>
    /// Visible ASCII and no space. A line feed inside a value would let one message's text to sign be read as
    /// another's; the rest can't travel in a header or request line anyway.
    /// </summary>
    internal static bool IsComponent(string? value, int max = MaxComponent) =>
        value is { Length: > 0 }
        && value.Length <= max
        && !value.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>A moment as DOKU's headers write it: UTC in whole seconds.</summary>
    internal static string Stamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture);
}
