namespace Doku.Contracts.Runtime;

/// <summary>RFC 3339's full-date, full-time and duration.</summary>
internal static class TimeFormats
{
    public static bool IsDate(ReadOnlySpan<char> text) => Rfc3339Parser.IsDate(text);

    public static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length >= 9 && Rfc3339Parser.TryTime(text, out _, out _);

    // RFC 3339, appendix A: P, then weeks alone, or years, months, days in this order without a gap between the first
    // and the last, and a T before hours, minutes, seconds under the same rule.
    public static bool IsDuration(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        var rest = text[1..];
        if (rest[^1] == 'W')
        {
            return rest.Length > 1 && !rest[..^1].ContainsAnyExceptInRange('0', '9');
        }

        var t = rest.IndexOf('T');
        var date = t < 0 ? rest : rest[..t];
        var time = t < 0 ? [] : rest[(t + 1)..];
        return IsRun(date, "YMD") && (t < 0 ? !date.IsEmpty : !time.IsEmpty && IsRun(time, "HMS"));
    }

    private static bool IsRun(ReadOnlySpan<char> text, string units)
    {
        var last = -1;
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            var unit = digits < 1 ? -1 : units.IndexOf(text[digits], StringComparison.Ordinal);
            // Years and days without months have no form of their own; nor have hours and seconds without minutes.
            if (unit < 0 || (last >= 0 && unit != last + 1))
            {
                return false;
            }

            last = unit;
            text = text[(digits + 1)..];
        }

        return true;
    }
}
