using Doku.Contracts.SchemaFuzz.Reading;

namespace Doku.Contracts.SchemaFuzz.Checking;

/// <summary>Why a schema may be refused. There is no other reason.</summary>
internal static class ClosedList
{
    private static readonly (string Kind, string Why)[] Reasons =
    [
        (
            "refused DOKU0006",
            "A reference leads back to itself without taking data: nothing can be judged by it."
        ),
        (
            "refused DOKU0011",
            "A pattern that looks around or back can't be matched in linear time."
        ),
    ];

    public static bool Allows(Fault fault) => Reasons.Any(r => r.Kind == fault.Kind);
}
