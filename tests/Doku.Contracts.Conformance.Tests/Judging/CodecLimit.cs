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
    ];
}
