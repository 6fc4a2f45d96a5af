namespace Doku.Contracts.Runtime;

/// <summary>
/// RFC 3339, section 5.6, read exactly: the framework's own parsers take forms that the RFC doesn't have
/// (no seconds, no offset) and refuse ones that it has (a leap second, many digits of a fraction).
/// </summary>
internal static class Rfc3339Parser
{
    /// <summary>Whether a text is a date-time, be it one that .NET's calendar has or not.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text) => TrySplit(text, out _, out _, out _);

    /// <summary>Whether a text is a date. The year 0000 is one, and a leap year.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => TryDate(text, out _, out _, out _);

    /// <summary>Reads a date-time that .NET's calendar has.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        if (!TrySplit(text, out var date, out var ticks, out var offset) || date is not { } day)
        {
            return false;
        }

        var utc = day.Ticks + ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        // A leap second is a real time; .NET's calendar has none, so it becomes the second after. Only at the very
        // end of the calendar is there no second after.
        var local = day.Ticks + ticks;
        if (
            local > DateTime.MaxValue.Ticks
            || local < 0
            || offset.Duration() > TimeSpan.FromHours(14)
        )
        {
            value = new DateTimeOffset(utc, TimeSpan.Zero);
            return true;
        }

        value = new DateTimeOffset(local, offset);
        return true;
    }

    // The date is null when .NET's calendar, which begins with the year 1, doesn't have it.
    private static bool TrySplit(
        ReadOnlySpan<char> text,
        out DateTime? date,
        out long ticks,
        out TimeSpan offset
    )
    {
        date = null;
        ticks = 0;
        offset = default;
        if (
            text.Length < 20
            || !TryDate(text[..10], out var year, out var month, out var day)
            || text[10] is not ('T' or 't')
        )
        {
            return false;
        }

        date = year == 0 ? null : new DateTime(year, month, day);
        return TryTime(text[11..], out ticks, out offset);
    }

    private static bool TryDate(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        return text.Length == 10
            && TryDigits(text[..4], out year)
            && text[4] == '-'
            && TryDigits(text[5..7], out month)
            && text[7] == '-'
            && TryDigits(text[8..10], out day)
            && month is >= 1 and <= 12
            && day >= 1
            // The calendar repeats every 400 years.
            && day <= DateTime.DaysInMonth(year == 0 ? 400 : year, month);
    }

    public static bool TryTime(ReadOnlySpan<char> text, out long ticks, out TimeSpan offset)
    {
        ticks = 0;
        offset = default;
        if (
            text.Length < 9
            || !TryDigits(text[..2], out var hour)
            || text[2] != ':'
            || !TryDigits(text[3..5], out var minute)
            || text[5] != ':'
            || !TryDigits(text[6..8], out var second)
            || hour > 23
            || minute > 59
            || second > 60
        )
        {
            return false;
        }

        ticks = ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        var rest = text[8..];
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits < 1)
            {
                return false;
            }

            var unit = TimeSpan.TicksPerSecond;
            foreach (var digit in rest.Slice(1, digits))
            {
                unit /= 10;
                ticks += (digit - '0') * unit;
            }

            rest = rest[(1 + digits)..];
        }

        return TryOffset(rest, out offset) && (second < 60 || IsLeapSecond(hour, minute, offset));
    }

    // Leap seconds are inserted at 23:59:60 UTC and nowhere else.
    private static bool IsLeapSecond(int hour, int minute, TimeSpan offset)
    {
        var utc = (hour * 60 + minute - (int)offset.TotalMinutes + 2880) % 1440;
        return utc == 23 * 60 + 59;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (
            text.Length != 6
            || text[0] is not ('+' or '-')
            || !TryDigits(text[1..3], out var hours)
            || text[3] != ':'
            || !TryDigits(text[4..6], out var minutes)
            || hours > 23
            || minutes > 59
        )
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = value * 10 + (c - '0');
        }

        return true;
    }
}
