using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>Where NJsonSchema judges texts in its own way.</summary>
internal static class TextDeviations
{
    public static IReadOnlyList<Deviation> All { get; } =
    [
        new(
            "a pair of surrogates counts as two characters, for minLength",
            "lengths are string.Length"
        )
        {
            Overlooks = (fault, _) => fault.Keyword == "minLength" && HasPair(Text(fault)),
        },
        new(
            "a pair of surrogates counts as two characters, for maxLength",
            "lengths are string.Length"
        )
        {
            Invents = (error, _) =>
                error.Kind == ValidationErrorKind.StringTooLong && HasPair(Text(error)),
        },
        new("$ matches before a last line feed", "patterns are .NET's, not ECMA-262's")
        {
            Overlooks = (fault, _) =>
                fault.Keyword == "pattern"
                && Text(fault) is [.. var before, '\n']
                && EcmaPattern.IsMatch(fault.Limit.GetString()!, before),
        },
        new(
            "\\d, \\w and \\s go beyond ECMA-262's sets",
            "patterns are .NET's: Unicode's digits, letters and spaces"
        )
        {
            Overlooks = (fault, _) =>
                fault.Keyword == "pattern" && IsByClass(fault.Limit.GetString()!, Text(fault)),
        },
        new(
            "\\D, \\W and \\S fall short of ECMA-262's sets",
            "patterns are .NET's: Unicode's digits, letters and spaces"
        )
        {
            Invents = (error, comparison) =>
                error.Kind == ValidationErrorKind.PatternMismatch
                && !HasPair(Text(error))
                && Patterns(comparison).Any(p => IsByClass(p, Text(error))),
        },
        new(". goes beyond ECMA-262's", "in .NET only \\n ends a line")
        {
            Overlooks = (fault, _) =>
                fault.Keyword == "pattern"
                && fault.Limit.GetString()!.Contains('.', StringComparison.Ordinal)
                && Text(fault).AsSpan().ContainsAny("\r\u2028\u2029"),
        },
        new("patterns match halves of surrogate pairs, and too much", "patterns go by UTF-16 units")
        {
            Overlooks = (fault, _) => fault.Keyword == "pattern" && HasPair(Text(fault)),
        },
        new(
            "patterns match halves of surrogate pairs, and too little",
            "patterns go by UTF-16 units"
        )
        {
            Invents = (error, _) =>
                error.Kind == ValidationErrorKind.PatternMismatch && HasPair(Text(error)),
        },
        new("ranges beyond the first plane are an error", "patterns go by UTF-16 units")
        {
            Throws = (exception, _) => exception is RegexParseException,
        },
        Lax("date-time", "it lets impossible days and hours pass"),
        Lax("time", "it wants no offset"),
        Lax("duration", "it does not know the format"),
        Lax("uri", "it asks the framework, which mends what it can"),
        Lax("email", "it lets a last line feed pass"),
        Lax("uuid", "it asks the framework, which knows four other forms"),
        Lax("ipv4", "it lets leading zeros and a last line feed pass"),
        Lax("ipv6", "it asks the framework, which knows zones and brackets"),
        Lax("regex", "it does not know the format"),
        Lax("doku-jakarta", "it is this project's own"),
        Lax("doku-utc", "it is this project's own"),
        Harsh("time", ValidationErrorKind.TimeExpected, "it knows no leap second and no small z"),
        Harsh("uri", ValidationErrorKind.UriExpected, "the framework knows no port above 65535"),
        Harsh("email", ValidationErrorKind.EmailExpected, "it wants a dot in the host"),
    ];

    private static Deviation Lax(string format, string why) =>
        new($"{format} is checked too loosely", why)
        {
            Overlooks = (fault, _) =>
                fault.Keyword == "format" && fault.Limit.GetString() == format,
        };

    private static Deviation Harsh(string format, ValidationErrorKind kind, string why) =>
        new($"{format} is checked too harshly", why)
        {
            Invents = (error, _) => error.Kind == kind && FormatRules.Holds(format, Text(error)),
        };

    private static string Text(Fault fault) => TextIntegrity.TextOf(fault.Value);

    private static string Text(NJsonSchemaError error) => error.Token?.Value<string>() ?? "";

    private static bool HasPair(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    private static bool IsByClass(string pattern, string text) =>
        Regex.IsMatch(pattern, @"\\[dDwWsS]") && !System.Text.Ascii.IsValid(text);

    private static IEnumerable<string> Patterns(Comparison comparison) => comparison.Patterns;
}
