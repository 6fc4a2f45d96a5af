namespace Doku.Contracts.SchemaFuzz.Making;

/// <summary>Few names and values, so that what is drawn twice often meets.</summary>
internal static class Pools
{
    public static IReadOnlyList<string> CommonNames { get; } =
    ["id", "name", "amount", "status", "items", "kind", "a", "b", "c"];

    public static IReadOnlyList<string> OddNames { get; } =
    [
        "",
        " ",
        "a/b",
        "m~n",
        "~1",
        "x y",
        "1st",
        "A",
        "class",
        "Root",
        "value",
        "é",
        "\U0001F600",
        "%25",
        "\"",
        "\\",
        "a\nb",
        "$ref",
        "Equals",
        "ToString",
        "toString",
        "constructor",
        "hasOwnProperty",
        "__proto__",
        "null",
        "-0",
    ];

    public static IReadOnlyList<string> Texts { get; } =
    [
        "",
        "a",
        "b",
        "ab",
        "abc",
        "A",
        "A1",
        "B",
        "1",
        "12",
        "123",
        "null",
        "a b",
        "é",
        "\U0001F600",
        "a\U0001F600",
        "\U0001F600\U0001F601\U0001F602",
        "e\u0301",
        "\"\\/",
        "\n",
        "\u0000",
        "\u2028",
        "foo-bar",
        "PENDING",
        "DONE",
        "2024-02-29",
        "2023-02-29",
        "2024-1-1",
        "127.0.0.1",
        "256.0.0.1",
        "127.0.0.01",
        "1.2.3",
        "123e4567-e89b-12d3-a456-426614174000",
        "123E4567-E89B-12D3-A456-426614174000",
        "123e4567e89b12d3a456426614174000",
        "__proto__",
        "constructor",
    ];

    /// <summary>Every one is exact in JavaScript.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "7",
        "10",
        "12",
        "100",
        "-1",
        "-2",
        "-10",
        "-0",
        "0.0",
        "1.0",
        "2.0",
        "10.0",
        "1e0",
        "1e1",
        "1E+2",
        "100e-1",
        "0.5",
        "-0.5",
        "1.5",
        "2.5",
        "0.25",
        "0.1",
        "-1.25",
        "2147483647",
        "2147483648",
        "4294967296",
        "999999999999999",
        "-999999999999999",
        "123456789012345",
        "1e15",
    ];

    public static IReadOnlyList<string> BigNumbers { get; } =
    [
        "9007199254740993",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "18446744073709551616",
        "79228162514264337593543950335",
        "79228162514264337593543950336",
        "1e28",
        "1e29",
        "1e400",
        "-1e400",
        "1e-400",
        "0.1234567890123456789012345678901",
        "123456789012345678901234567890.5",
    ];

    public static IReadOnlyList<string> Divisors { get; } =
    ["1", "2", "3", "5", "10", "0.5", "0.25", "1.5", "2.0", "1e1"];

    /// <summary>Patterns with texts that match.</summary>
    public static IReadOnlyList<(string Pattern, IReadOnlyList<string> Texts)> Patterns { get; } =
    [
        ("^[a-z]+$", ["a", "ab", "abc"]),
        ("^[A-Z][0-9]*$", ["A", "B", "A1"]),
        ("^[0-9]+$", ["1", "12", "123"]),
        ("^\\d{1,2}$", ["1", "12"]),
        ("^.$", ["a", "é", "\U0001F600"]),
        ("^.{2,}$", ["ab", "a\U0001F600", "123"]),
        ("^(PENDING|DONE)$", ["PENDING", "DONE"]),
        ("a", ["a", "ab", "a b"]),
        ("b$", ["b", "ab"]),
        ("^a", ["a", "ab"]),
        ("^$", [""]),
        ("^[^\\p{Cc}|]*$", ["a", "é", ""]),
        ("\\p{L}", ["a", "é", "A1"]),
        ("[\U0001F600-\U0001F64F]", ["\U0001F600", "a\U0001F600"]),
        ("^\\w+-\\w+$", ["foo-bar"]),
        ("^(?:a|b)*$", ["", "a", "ab"]),
        ("\\s", ["a b", "\n"]),
        ("^\\S*$", ["abc", ""]),
        ("", ["a"]),
    ];

    public static IReadOnlyList<string> AssertedFormats { get; } = ["date", "uuid", "ipv4"];

    public static IReadOnlyList<string> Formats { get; } =
    ["date", "uuid", "ipv4", "email", "date-time", "uri", "made-up"];

    public static IReadOnlyList<string> Descriptions { get; } =
    [
        "What it is.",
        "*/ </summary> <b>&amp; \"{0}\" \\",
        "Line one\nline two\r\nline three\u2028four",
        "\U0001F600",
        "",
    ];
}
