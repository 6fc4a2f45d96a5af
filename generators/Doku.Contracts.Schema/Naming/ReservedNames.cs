namespace Doku.Contracts.Schema.Naming;

/// <summary>Names that generated code takes for itself.</summary>
internal static class ReservedNames
{
    private static readonly string[] Object =
    [
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    ];

    /// <summary>The members that every generated record has.</summary>
    public static IReadOnlyList<string> RecordMembers { get; } =
    [
        .. Object,
        "AdditionalMembers",
        "Clone",
        "Codec",
        "EnsureValid",
        "EqualityContract",
        "Limits",
        "OtherValue",
        "PrintMembers",
        "Read",
        "Review",
        "TryRead",
        "Validate",
        "Write",
    ];

    /// <summary>The members that every generated enumeration has.</summary>
    public static IReadOnlyList<string> EnumerationMembers { get; } =
    [.. Object, "Codec", "From", "IsKnown", "Known", "Value"];

    /// <summary>The members that an enumeration has besides when its schema has <c>x-progress</c>.</summary>
    public static IReadOnlyList<string> ProgressMembers { get; } = ["After", "IsFinal", "IsPaid"];

    /// <summary>What a type can't be called: a member of it would have the name of its type.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        .. RecordMembers,
        .. EnumerationMembers,
        .. ProgressMembers,
        "CharacterSets",
        "Items",
        "Json",
        "Match",
        "Rest",
    ];

    /// <summary>The local variables and parameters of generated methods.</summary>
    public static IReadOnlyList<string> Locals { get; } =
    [
        "_",
        "additional",
        "at",
        "builder",
        "count",
        "errors",
        "from",
        "index",
        "isFirst",
        "isPartial",
        "item",
        "items",
        "known",
        "list",
        "mark",
        "memberName",
        "members",
        "name",
        "names",
        "options",
        "output",
        "reader",
        "result",
        "rest",
        "run",
        "seen",
        "single",
        "start",
        "text",
        "total",
        "unknown",
        "value",
        "writer",
    ];
}
