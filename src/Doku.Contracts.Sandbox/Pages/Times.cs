using System.Globalization;

namespace Doku.Contracts.Sandbox.Pages;

/// <summary>Times as people read them.</summary>
internal static class Times
{
    private static readonly TimeSpan Jakarta = TimeSpan.FromHours(7);

    /// <summary>To the second, in UTC, as the wire has it.</summary>
    internal static Markup Utc(DateTimeOffset at) =>
        Element(at, at.UtcDateTime.ToString("dd MMM HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>To the minute, on a clock in Jakarta.</summary>
    internal static Markup InJakarta(DateTimeOffset at) =>
        Element(
            at,
            at.ToOffset(Jakarta).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)
                + " WIB"
        );

    /// <summary>A length of time in its two largest units, such as <c>6 h 30 min</c>.</summary>
    internal static string Length(TimeSpan time)
    {
        var parts = new (int Number, string Unit)[]
        {
            (time.Days, "d"),
            (time.Hours, "h"),
            (time.Minutes, "min"),
            (time.Seconds, "s"),
        };
        var said = parts
            .SkipWhile(part => part.Number == 0)
            .Take(2)
            .Where(part => part.Number != 0)
            .Select(part =>
                string.Create(CultureInfo.InvariantCulture, $"{part.Number} {part.Unit}")
            )
            .ToList();
        return said.Count == 0 ? "0 s" : string.Join(' ', said);
    }

    /// <summary>A countdown as it stands on the payment page: <c>59:07</c>, or <c>23:59:07</c>.</summary>
    internal static string Countdown(TimeSpan left)
    {
        var seconds = (long)Math.Ceiling(Math.Max(0, left.TotalSeconds));
        var (hours, rest) = Math.DivRem(seconds, 3600);
        var tail = string.Create(CultureInfo.InvariantCulture, $"{rest / 60:00}:{rest % 60:00}");
        return hours == 0
            ? tail
            : string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{tail}");
    }

    private static Markup Element(DateTimeOffset at, string words) =>
        Markup.Of(
            $"""<time datetime="{at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}">{words}</time>"""
        );
}
