using System.Globalization;

namespace Doku.Contracts.Sandbox.Signing;

/// <summary>The two ways in which DOKU writes a moment.</summary>
internal static class WireTime
{
    private const string HeaderFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string CompactFormat = "yyyyMMddHHmmss";
    private static readonly TimeSpan Jakarta = TimeSpan.FromHours(7);

    /// <summary>The form of the time stamp headers and of <c>transaction.date</c>.</summary>
    internal static string Header(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(HeaderFormat, CultureInfo.InvariantCulture);

    internal static bool TryReadHeader(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text,
            HeaderFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out moment
        );

    /// <summary>Fourteen digits at Jakarta's offset, which knows no summer time.</summary>
    internal static string CompactJakarta(DateTimeOffset moment) =>
        moment.ToOffset(Jakarta).ToString(CompactFormat, CultureInfo.InvariantCulture);

    internal static string CompactUtc(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(CompactFormat, CultureInfo.InvariantCulture);
}
