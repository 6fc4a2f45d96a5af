using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Doku.Contracts.Sandbox.Schemas;

/// <summary>
/// The formats of moments: NJsonSchema does not know DOKU's own, and lets a 30th of February pass as a
/// <c>date-time</c>.
/// </summary>
internal sealed partial class TimestampFormat(string format, bool takesCompact, bool takesRfc3339)
    : IFormatValidator
{
    internal static IReadOnlyList<TimestampFormat> All { get; } =
    [
        new("date-time", takesCompact: false, takesRfc3339: true),
        new("doku-jakarta", takesCompact: true, takesRfc3339: false),
        new("doku-utc", takesCompact: true, takesRfc3339: true),
    ];

    public string Format => format;

    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

    public bool IsValid(string value, JTokenType tokenType)
    {
        if (takesCompact && IsMoment(value, "yyyyMMddHHmmss"))
        {
            return true;
        }
        var parts = Rfc3339().Match(value);
        return takesRfc3339
            && parts.Success
            && IsMoment(
                parts.Groups["moment"].Value + parts.Groups["offset"].Value,
                "yyyy-MM-ddTHH:mm:ssK"
            );
    }

    // ParseExact limits the digits of a fraction, RFC 3339 does not: so it is left out of what is parsed.
    [GeneratedRegex(
        @"^(?<moment>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z"
    )]
    private static partial Regex Rfc3339();

    private static bool IsMoment(string text, string shape) =>
        DateTimeOffset.TryParseExact(
            text.ToUpperInvariant(),
            shape,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out _
        );
}
