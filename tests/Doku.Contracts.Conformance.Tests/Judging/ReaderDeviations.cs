using System.Text.Unicode;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>What the JSON reader under NJsonSchema lets through before a schema is looked at.</summary>
internal static class ReaderDeviations
{
    public static IReadOnlyList<Deviation> All { get; } =
    [
        new("the last of duplicate members wins", "its reader keeps a dictionary")
        {
            Overlooks = (fault, _) => fault.Keyword == "duplicate",
        },
        new("halves of surrogate pairs pass", "to .NET they are characters like any other")
        {
            Overlooks = (fault, _) => fault.Keyword == "surrogate",
        },
        new("bytes that are not UTF-8 pass", "it takes a string, in which they are U+FFFD by then")
        {
            Overlooks = (fault, comparison) =>
                fault.Keyword == "malformed" && !Utf8.IsValid(comparison.Instance.Bytes),
        },
        Reads(
            "text after the end",
            "it stops reading after the first value",
            "text after the end",
            "second document",
            "comma at the end"
        ),
        Reads("trailing commas", "its reader allows them", "trailing comma"),
        Reads("comments", "its reader skips them", "comment"),
        Reads("single quotes", "its reader allows JavaScript's", "single quotes"),
        Reads("bare names", "its reader allows JavaScript's", "bare name"),
        Reads("NaN", "its reader allows JavaScript's", "not a number"),
        Reads(
            "leading zeros",
            "its reader takes such a number for an octal one",
            "leading zero",
            "next to a value of the enumeration"
        ),
        Reads(
            "control characters in texts",
            "its reader wants no escapes",
            "line feed inside a text",
            "spaced"
        ),
    ];

    private static Deviation Reads(string what, string why, params string[] kinds) =>
        new($"{what} are read", why)
        {
            Overlooks = (fault, comparison) =>
                fault.Keyword == "malformed"
                && Utf8.IsValid(comparison.Instance.Bytes)
                && kinds.Any(k => comparison.Instance.Kind.Contains(k, StringComparison.Ordinal)),
        };
}
