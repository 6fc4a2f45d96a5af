using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>RFC 3339 date-time, JSON Schema's <c>date-time</c>: <c>2026-11-22T01:58:29Z</c>.</summary>
public readonly struct Rfc3339 : ITimestampFormat
{
    /// <inheritdoc/>
    public static string Name => "date-time";

    /// <inheritdoc/>
    public static bool IsValid(ReadOnlySpan<char> text) => Rfc3339Parser.IsDateTime(text);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value) =>
        Rfc3339Parser.TryParse(text, out value);

    /// <summary>Writes in UTC, with the fraction of a second only where there is one.</summary>
    public static string Format(DateTimeOffset value) =>
        value.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            CultureInfo.InvariantCulture
        );
}

/// <summary>DOKU's 14 digits in Jakarta's time (WIB, UTC+7, no daylight saving): <c>20261122085829</c>.</summary>
public readonly struct JakartaTime : ITimestampFormat
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <inheritdoc/>
    public static string Name => "doku-jakarta";

    /// <inheritdoc/>
    public static bool IsValid(ReadOnlySpan<char> text) => FourteenDigits.TryParse(text, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value) =>
        FourteenDigits.TryParse(text, Offset, out value);

    /// <inheritdoc/>
    public static string Format(DateTimeOffset value) =>
        FourteenDigits.Format(value.ToOffset(Offset));
}

/// <summary>DOKU's 14 digits in UTC, or RFC 3339: DOKU's page shows both for the <c>_utc</c> members.</summary>
public readonly struct UtcTime : ITimestampFormat
{
    /// <inheritdoc/>
    public static string Name => "doku-utc";

    /// <inheritdoc/>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        FourteenDigits.TryParse(text, out _) || Rfc3339Parser.IsDateTime(text);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value) =>
        FourteenDigits.TryParse(text, TimeSpan.Zero, out value)
        || Rfc3339Parser.TryParse(text, out value);

    /// <summary>Writes 14 digits in UTC.</summary>
    public static string Format(DateTimeOffset value) =>
        FourteenDigits.Format(value.ToUniversalTime());
}

internal static class FourteenDigits
{
    private const string Pattern = "yyyyMMddHHmmss";

    public static bool TryParse(ReadOnlySpan<char> text, out DateTime local)
    {
        local = default;
        return text.Length == Pattern.Length
            && !text.ContainsAnyExceptInRange('0', '9')
            && DateTime.TryParseExact(
                text,
                Pattern,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out local
            );
    }

    public static bool TryParse(ReadOnlySpan<char> text, TimeSpan offset, out DateTimeOffset value)
    {
        value = default;
        // A time so early that its UTC would lie before year 1 can't be held.
        if (!TryParse(text, out var local) || local.Ticks < offset.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(local, offset);
        return true;
    }

    public static string Format(DateTimeOffset value) =>
        value.ToString(Pattern, CultureInfo.InvariantCulture);
}
