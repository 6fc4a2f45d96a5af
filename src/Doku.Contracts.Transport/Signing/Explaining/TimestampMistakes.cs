using System.Globalization;

namespace Doku.Contracts.Transport;

/// <summary>The time stamp, signed otherwise than sent.</summary>
internal static class TimestampMistakes
{
    private const int MaxLength = 64;
    private const int MaxSeconds = 5;
    private static readonly TimeSpan Jakarta = TimeSpan.FromHours(7);

    internal static IReadOnlyList<SignatureMistake> All { get; } =
    [
        new(
            "timestamp-other-name",
            SignatureComponent.Timestamp,
            "The signer named the line Request-Timestamp where it must be Response-Timestamp, or the other way about.",
            signing => [signing.Plain with { IsResponse = !signing.Plain.IsResponse }]
        ),
        Of(
            "timestamp-seconds-off",
            "The signer signed a moment up to five seconds away: it asked its clock twice.",
            moment =>
                Enumerable
                    .Range(-MaxSeconds, (2 * MaxSeconds) + 1)
                    // The moment itself, written otherwise, is another mistake.
                    .Where(seconds => seconds != 0)
                    .Select(seconds => HeaderText.Stamp(moment.AddSeconds(seconds)))
        ),
        Of(
            "timestamp-jakarta-signed",
            "The signer signed Jakarta's time and sent UTC.",
            moment =>
                [
                    HeaderText.Stamp(moment + Jakarta),
                    Text(moment.ToOffset(Jakarta), "yyyy-MM-dd'T'HH:mm:ss'+07:00'"),
                ]
        ),
        Of(
            "timestamp-fraction-removed",
            "The signer signed the time stamp without the fraction of a second that was sent.",
            moment => moment.Ticks % TimeSpan.TicksPerSecond == 0 ? [] : [HeaderText.Stamp(moment)]
        ),
        Of(
            "timestamp-utc-signed",
            "The signer signed UTC and sent Jakarta's time.",
            moment => [HeaderText.Stamp(moment - Jakarta), HeaderText.Stamp(moment)]
        ),
        Of(
            "timestamp-fraction-added",
            "The signer signed the time stamp with a fraction of a second, which wasn't sent.",
            moment =>
                [
                    Text(moment, "yyyy-MM-dd'T'HH:mm:ss'.000Z'"),
                    Text(moment, "yyyy-MM-dd'T'HH:mm:ss'.0000000Z'"),
                ]
        ),
        Of(
            "timestamp-offset",
            "The signer signed +00:00 and sent Z.",
            moment => [Text(moment, "yyyy-MM-dd'T'HH:mm:ss'+00:00'")]
        ),
        Of(
            "timestamp-no-zone",
            "The signer signed the time stamp without its Z.",
            moment => [Text(moment, "yyyy-MM-dd'T'HH:mm:ss"), Text(moment, "yyyy-MM-dd HH:mm:ss")]
        ),
        Of(
            "timestamp-unix",
            "The signer signed seconds or milliseconds since 1970.",
            moment =>
                [
                    moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                    moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                ]
        ),
        SignatureMistake.OfText(
            "timestamp-other-header",
            SignatureComponent.Timestamp,
            "The signer signed the time stamp of another header.",
            signing => [signing.Hints.OtherTimestamp]
        ),
        SignatureMistake.OfText(
            "timestamp-expected",
            SignatureComponent.Timestamp,
            "The signature covers the expected time stamp; another one came.",
            signing => [signing.Hints.Expected?.Timestamp]
        ),
    ];

    private static SignatureMistake Of(
        string name,
        string words,
        Func<DateTimeOffset, IEnumerable<string?>> change
    ) =>
        SignatureMistake.OfText(
            name,
            SignatureComponent.Timestamp,
            words,
            signing => Moment(signing.Plain.Timestamp) is { } moment ? change(moment) : []
        );

    private static string Text(DateTimeOffset moment, string format) =>
        moment.ToString(format, CultureInfo.InvariantCulture);

    // The first and last weeks of the calendar leave no room for hours to be added.
    private static DateTimeOffset? Moment(string text) =>
        text.Length <= MaxLength
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
        && moment.Year is > 1 and < 9999
            ? moment
            : null;
}
