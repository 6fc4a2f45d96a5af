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
            "members that are there twice in what is held as JSON",
            "Where a schema judges more than C#'s types can say, members that it doesn't name are held as they are written.",
            (error, comparison) =>
                error.Code == ContractErrorCodes.DuplicateMember
                && TextIntegrity.HasDuplicates(comparison.ValueAt(Parent(error.Pointer)))
        ),
        new(
            "halves of surrogate pairs where a text is one of several types",
            "A string of C# is written as UTF-8, which can't hold them.",
            (error, comparison) =>
                error.Code == ContractErrorCodes.Unicode
                && TextIntegrity.HasLoneSurrogate(comparison.ValueAt(error.Pointer))
        ),
    ];

    private static string Parent(string pointer) => pointer[..pointer.LastIndexOf('/')];
}
