using System.Globalization;

namespace Doku.Contracts.Runtime;

/// <summary>
/// The words of the errors that a running program and the compiler both report. The file is compiled into the
/// runtime and into the analyzer, so that the two can't come to speak differently; it uses what both have.
/// </summary>
internal static partial class ContractWords
{
    public static string LoneSurrogate(int index) =>
        $"has half of a surrogate pair at {Text(index)}";

    public static string MinLength(int limit) =>
        $"must have at least {Text(limit)} {(limit == 1 ? "character" : "characters")}";

    public static string MaxLength(int limit) =>
        $"must have at most {Text(limit)} {(limit == 1 ? "character" : "characters")}";

    public static string MinItems(int limit) =>
        $"must have at least {Text(limit)} {(limit == 1 ? "item" : "items")}";

    public static string MaxItems(int limit) =>
        $"must have at most {Text(limit)} {(limit == 1 ? "item" : "items")}";

    public static string Pattern(string pattern) => $"must match the pattern {pattern}";

    public static string Minimum(decimal limit) => Minimum(Text(limit));

    public static string ExclusiveMinimum(decimal limit) => ExclusiveMinimum(Text(limit));

    public static string Maximum(decimal limit) => Maximum(Text(limit));

    public static string ExclusiveMaximum(decimal limit) => ExclusiveMaximum(Text(limit));

    public static string MultipleOf(decimal unit) => MultipleOf(Text(unit));

    public static string Minimum(string limit) => $"must be at least {limit}";

    public static string ExclusiveMinimum(string limit) => $"must be greater than {limit}";

    public static string Maximum(string limit) => $"must be at most {limit}";

    public static string ExclusiveMaximum(string limit) => $"must be less than {limit}";

    public static string MultipleOf(string unit) => $"must be a multiple of {unit}";

    /// <summary>Names a character that isn't allowed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The character's index in UTF-16 units.</param>
    /// <param name="allowed">What is allowed.</param>
    public static string Disallowed(string text, int index, string allowed)
    {
        var codePoint = CodePointAt(text, index);
        // A character that can't be seen, or that would disturb the line, is named by its number alone.
        var visible =
            char.IsSurrogate(text, index) && codePoint <= char.MaxValue
            || char.IsControl(text, index)
            || char.IsWhiteSpace(text, index)
                ? ""
                : $" '{char.ConvertFromUtf32(codePoint)}'";
        return $"must not contain U+{codePoint.ToString("X4", CultureInfo.InvariantCulture)}{visible} at {Text(index)}; allowed are {allowed}";
    }

    /// <summary>The code point at an index, or the half of a surrogate pair that stands there alone.</summary>
    public static int CodePointAt(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // 170000.00 and 170000 are one number: the zeros that a calculation left are no part of a limit.
    public static string Text(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}
