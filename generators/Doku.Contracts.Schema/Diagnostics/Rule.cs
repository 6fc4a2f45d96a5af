namespace Doku.Contracts.Schema.Diagnostics;

/// <summary>How much a finding weighs.</summary>
public enum RuleSeverity
{
    /// <summary>Not reported.</summary>
    None,

    /// <summary>Reported as information.</summary>
    Suggestion,
    Warning,
    Error,
}

/// <summary>The weight that a project gives a rule.</summary>
public sealed record RuleLevel(string RuleId, RuleSeverity Severity);

/// <summary>One kind of mistake in a schema or contract file.</summary>
/// <param name="Id">The stable id, <c>DOKU0001</c>.</param>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="Message">What is wrong here; <c>{0}</c> is the particular.</param>
/// <param name="Severity">An error fails the build.</param>
public sealed record Rule(
    string Id,
    string Title,
    string Message,
    RuleSeverity Severity = RuleSeverity.Error
)
{
    public static readonly Rule MalformedJson = new(
        "DOKU0001",
        "The file is not JSON",
        "The file is not JSON: {0}"
    );

    public static readonly Rule DuplicateKey = new(
        "DOKU0002",
        "A member is there twice",
        "The member '{0}' is there twice"
    );

    public static readonly Rule UnknownKeyword = new(
        "DOKU0003",
        "A keyword is outside the profile",
        "The keyword '{0}' is not one that contracts may use here"
    );

    public static readonly Rule WrongKeywordValue = new(
        "DOKU0004",
        "A keyword's value has the wrong form",
        "{0}"
    );

    public static readonly Rule UnresolvedReference = new(
        "DOKU0005",
        "A reference leads nowhere",
        "The reference '{0}' leads to no schema; files are found by their path relative to this one"
    );

    public static readonly Rule CyclicReference = new(
        "DOKU0006",
        "A reference leads back to itself",
        "The reference '{0}' leads back to itself without an object in between"
    );

    public static readonly Rule MissingType = new(
        "DOKU0007",
        "A schema does not say its type",
        "This schema does not say its 'type'"
    );

    public static readonly Rule UnsupportedType = new(
        "DOKU0008",
        "A type can't be expressed in C#",
        "{0}"
    );

    public static readonly Rule ContradictoryBounds = new(
        "DOKU0009",
        "Two bounds leave no value",
        "No value can be right: {0}"
    );

    public static readonly Rule UndeclaredRequired = new(
        "DOKU0010",
        "A required member is not declared",
        "The required member '{0}' is not among the 'properties'"
    );

    public static readonly Rule InvalidPattern = new(
        "DOKU0011",
        "A pattern is not a regular expression",
        "The pattern is not a regular expression that contracts can use: {0}"
    );

    public static readonly Rule UnanchoredPattern = new(
        "DOKU0012",
        "A pattern is not anchored",
        "The pattern '{0}' is not anchored by ^ and $, so it allows any text around its match",
        RuleSeverity.Warning
    );

    public static readonly Rule NameCollision = new(
        "DOKU0013",
        "Two things have one C# name",
        "The C# name '{0}' is taken already; give one of the two another 'x-name'"
    );

    public static readonly Rule UnknownFormat = new(
        "DOKU0014",
        "A format is not known",
        "The format '{0}' is not one that contracts know"
    );

    public static readonly Rule InvalidContract = new(
        "DOKU0015",
        "A contract file is incomplete",
        "{0}"
    );

    public static readonly Rule UnsupportedCondition = new(
        "DOKU0016",
        "A condition can't be expressed",
        "'{0}' can't stand in this condition"
    );

    public static readonly Rule InvalidTotal = new(
        "DOKU0017",
        "A total doesn't fit its members",
        "x-total doesn't fit: {0}"
    );

    public static readonly Rule UnreadableFile = new(
        "DOKU0018",
        "A contract file can't be read",
        "The file '{0}' can't be read"
    );

    public static readonly Rule RefusedKeyword = new(
        "DOKU0019",
        "A keyword of JSON Schema is outside the profile",
        "The keyword {0}"
    );

    public static readonly Rule UnreachableBranch = new(
        "DOKU0020",
        "A branch can't be reached",
        "{0}"
    );

    public static readonly Rule InvalidDefault = new(
        "DOKU0021",
        "A default violates its own schema",
        "The default violates its own schema: {0}"
    );

    public static readonly Rule InvalidExample = new(
        "DOKU0022",
        "An example violates its own schema",
        "The example violates its own schema: {0}"
    );

    public static readonly Rule DuplicateEnumValue = new(
        "DOKU0023",
        "An enumeration has a value twice",
        "The value '{0}' is there twice"
    );

    public static readonly Rule TypeCollision = new(
        "DOKU0024",
        "Two files define one type",
        "The type {0}; give one of them another 'x-name'"
    );

    public static readonly Rule TooManyMembers = new(
        "DOKU0025",
        "An object has too many members",
        "An object has at most 64 members; this one has {0}"
    );

    public static readonly Rule MissingItems = new(
        "DOKU0026",
        "An array does not say what it holds",
        "An array needs 'items' to say what it holds"
    );

    public static readonly Rule MissingDiscriminator = new(
        "DOKU0027",
        "The branches of a oneOf can't be told apart",
        "The branches can't be told apart: {0}"
    );

    public static readonly Rule InapplicableKeyword = new(
        "DOKU0028",
        "A keyword says nothing about its type",
        "'{0}'",
        RuleSeverity.Warning
    );

    public static readonly Rule DuplicateFile = new("DOKU0029", "Two files have one name", "{0}");

    public static readonly Rule RequiredRecursion = new(
        "DOKU0030",
        "A type requires itself",
        "The member '{0}' leads back to this type by mandatory members alone, so no value of it can ever be made"
    );

    public static readonly Rule UnrepresentableNumber = new(
        "DOKU0031",
        "A number can't be held",
        "{0}"
    );

    public static readonly Rule DuplicateRequired = new(
        "DOKU0032",
        "A member is required twice",
        "The member '{0}' is required twice",
        RuleSeverity.Warning
    );

    public static readonly Rule InvalidEnumValue = new(
        "DOKU0033",
        "A value of an enumeration violates its own schema",
        "The value violates its own schema, so it can never be right: {0}"
    );

    public static readonly Rule BranchWithoutIf = new(
        "DOKU0034",
        "A branch stands without its condition",
        "'{0}' says nothing without an 'if' beside it"
    );

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        MalformedJson,
        DuplicateKey,
        UnknownKeyword,
        WrongKeywordValue,
        UnresolvedReference,
        CyclicReference,
        MissingType,
        UnsupportedType,
        ContradictoryBounds,
        UndeclaredRequired,
        InvalidPattern,
        UnanchoredPattern,
        NameCollision,
        UnknownFormat,
        InvalidContract,
        UnsupportedCondition,
        InvalidTotal,
        UnreadableFile,
        RefusedKeyword,
        UnreachableBranch,
        InvalidDefault,
        InvalidExample,
        DuplicateEnumValue,
        TypeCollision,
        TooManyMembers,
        MissingItems,
        MissingDiscriminator,
        InapplicableKeyword,
        DuplicateFile,
        RequiredRecursion,
        UnrepresentableNumber,
        DuplicateRequired,
        InvalidEnumValue,
        BranchWithoutIf,
    ];
}
