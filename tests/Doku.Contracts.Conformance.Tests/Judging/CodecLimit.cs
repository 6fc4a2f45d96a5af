using Doku.Contracts.Runtime;

namespace Doku.Contracts.Conformance.Tests.Judging;

/// <summary>A way in which generated code refuses what JSON Schema allows, on purpose.</summary>
/// <param name="Name">What it refuses.</param>
/// <param name="Why">Why.</param>
/// <param name="Explains">Whether an error comes of it.</param>
internal sealed record CodecLimit(
    string Name,
    string Why,
    Func<ContractError, Comparison, bool> Explains
)
{
    public static IReadOnlyList<CodecLimit> All { get; } =
    [
        new(
            "numbers beyond long and decimal",
            "A value is held exactly or not at all; what C#'s types can't hold is an error of its own.",
            (error, _) => error.Code == ContractErrorCodes.NumberRange
        ),
        new(
            "objects that look equal without such a number",
            "An object whose optional number can't be held is compared without it, so a list may be said to hold it twice.",
            (error, comparison) =>
                error.Code == ContractErrorCodes.UniqueItems
                && comparison.Reading.Errors.Any(e =>
                    e.Code == ContractErrorCodes.NumberRange
                    && e.Pointer.StartsWith(error.Pointer + "/", StringComparison.Ordinal)
                )
        ),
        new(
            "numbers written as texts beyond the number's limits",
            "To JSON Schema minimum and the like say nothing of a text; a record holds the number, and must keep them.",
            (error, comparison) =>
                (
                    error.Code == ContractErrorCodes.Minimum
                    || error.Code == ContractErrorCodes.Maximum
                    || error.Code == ContractErrorCodes.MultipleOf
                )
                && comparison.ValueAt(error.Pointer).ValueKind
                    == System.Text.Json.JsonValueKind.String
        ),
        new(
            "items that differ in what the schema doesn't name",
            "A record doesn't hold members that its schema doesn't name, so two items that differ in these alone are equal.",
            (error, comparison) =>
                error.Code == ContractErrorCodes.UniqueItems
                && comparison
                    .ValueAt(error.Pointer)
                    .EnumerateArray()
                    .All(item => item.ValueKind == System.Text.Json.JsonValueKind.Object)
        ),
        new(
            "a number and the text of it",
            "They are one value to a record that reads both, so a list may not hold both where each item is there once.",
            (error, comparison) =>
                error.Code == ContractErrorCodes.UniqueItems
                && comparison
                    .ValueAt(error.Pointer)
                    .EnumerateArray()
                    .Any(item => item.ValueKind == System.Text.Json.JsonValueKind.String)
        ),
    ];
}
